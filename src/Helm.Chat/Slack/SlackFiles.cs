using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.Slack;

/// <summary>Long answers as files.</summary>
internal sealed partial class SlackFiles(SlackApi api, SlackAddresses addresses, ILogger<SlackFiles> log)
{
    /// <param name="thread">Null for beside all threads.</param>
    public async Task ShareAsync(string channel, string? thread, string text, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var place = await api.CallAsync("files.getUploadURLExternal", new() { ["filename"] = "answer.txt", ["length"] = bytes.Length }, cancellation);
        if (place.Body.Text("file_id") is not { } file || addresses.Upload(place.Body.Text("upload_url")) is not { } address || !await api.UploadAsync(address, bytes, cancellation))
        {
            LogNotTaken("files.getUploadURLExternal", place.Error);
            return;
        }

        var completed = await api.CallAsync(
            "files.completeUploadExternal",
            new()
            {
                ["files"] = new JsonArray(new JsonObject { ["id"] = file, ["title"] = "The whole answer" }),
                ["channel_id"] = channel,
                ["thread_ts"] = thread,
            },
            cancellation);
        if (!completed.Ok)
        {
            LogNotTaken("files.completeUploadExternal", completed.Error);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack did not take a file ({Method}): {Error}")]
    private partial void LogNotTaken(string method, string? error);
}
