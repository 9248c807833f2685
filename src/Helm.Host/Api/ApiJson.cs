using Helm.Conversation.Dialogs;

namespace Helm.Host.Api;

/// <summary>Answers with a document as Helm writes them everywhere.</summary>
internal static class ApiJson
{
    public static IResult Document(object data, int? status = null) =>
        Results.Text(HelmJson.Write(data), "application/json", statusCode: status);
}
