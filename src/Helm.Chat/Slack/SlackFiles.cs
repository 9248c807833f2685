using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.Slack;

/// <summary>Uploads what Slack shows as a file: answers that are too long, and pictures.</summary>
/// <remarks>
/// https://docs.slack.dev/messaging/working-with-files: an address is asked for, the bytes go there, and the file is shared. Without
/// alt_txt, with which files were seen to be taken and shared nowhere (https://github.com/slackapi/python-slack-sdk/issues/1818);
/// the title says what a picture shows, and the answer beside it tells the numbers.
/// </remarks>
internal sealed partial class SlackFiles(SlackApi api, SlackAddresses addresses, ILogger<SlackFiles> log)
{
    /// <summary>What Slack does not take is logged and missed by nobody: the answer itself says the same in words.</summary>
    /// <param name="thread">Null for beside all threads.</param>
    public async Task ShareAsync(string channel, string? thread, SlackFile file, CancellationToken cancellation)
    {
        var place = await api.CallAsync("files.getUploadURLExternal", new() { ["filename"] = file.Name, ["length"] = file.Bytes.Length }, cancellation);
        if (place.Body.Text("file_id") is not { } id || addresses.Upload(place.Body.Text("upload_url")) is not { } address)
        {
            LogNotTaken("files.getUploadURLExternal", place.Error);
            return;
        }

        if (!await api.UploadAsync(address, file.Bytes, cancellation))
        {
            LogNotTaken("upload", null);
            return;
        }

        var completed = await api.CallAsync(
            "files.completeUploadExternal",
            new()
            {
                ["files"] = new JsonArray(new JsonObject { ["id"] = id, ["title"] = file.Title }),
                ["channel_id"] = channel,
                ["thread_ts"] = thread,
            },
            cancellation);
        if (!completed.Ok)
        {
            LogNotTaken("files.completeUploadExternal", completed.Error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not take a file ({Method}): {Error}; it needs the scope files:write")]
    private partial void LogNotTaken(string method, string? error);
}
