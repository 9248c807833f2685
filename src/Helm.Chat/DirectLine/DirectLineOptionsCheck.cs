using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>Limits that let somebody talk.</summary>
internal sealed class DirectLineOptionsCheck : IValidateOptions<DirectLineOptions>
{
    private const int Megabytes = 1_000_000;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options) =>
        new Requirements(DirectLineOptions.Section)
            .Require(options.TokenLifetime >= TimeSpan.FromMinutes(1) && options.TokenLifetime <= TimeSpan.FromDays(1), nameof(options.TokenLifetime), options.TokenLifetime, "1m to 1d")
            .Positive(nameof(options.AnswerTimeout), options.AnswerTimeout)
            .Require(options.KeepConversations.Value >= options.TokenLifetime.Value, nameof(options.KeepConversations), options.KeepConversations, "at least the TokenLifetime")
            .Require(options.MessagesAMinute >= 1, nameof(options.MessagesAMinute), options.MessagesAMinute, "1 or more")
            .Require(options.MostStreams >= 1, nameof(options.MostStreams), options.MostStreams, "1 or more")
            .Require(options.LargestUpload is >= 1000 and <= 20 * Megabytes, nameof(options.LargestUpload), options.LargestUpload, "1000 to 20000000 bytes")
            .Result();
}
