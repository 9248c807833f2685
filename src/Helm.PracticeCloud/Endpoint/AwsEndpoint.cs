using Helm.PracticeCloud.Faults;
using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>A request's way: who, what, does a fault strike, do it, answer.</summary>
internal sealed class AwsEndpoint(Admission admission, Execution execution, CallBook book)
{
    public async Task HandleAsync(HttpContext context)
    {
        var request = await ReceivedRequest.ReadAsync(context);
        var reply = new Reply(context, admission.Clock);
        var authorization = Authorization.Parse(request.Headers.Authorization.ToString());
        try
        {
            await execution.RunAsync(admission.Admit(request, authorization, reply), reply);
        }
        catch (AwsErrorException error)
        {
            book.Refused(authorization is null ? "unsigned" : authorization.Service, error.Code);
            await reply.ErrorAsync(error);
        }
    }
}
