using Helm.Operations.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>A door that is half set up does not open: everything that is missing is told at once.</summary>
internal sealed class SlackOptionsCheck(IHostEnvironment environment) : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var requirements = new Requirements(SlackOptions.Section);
        if (options.IsConfigured)
        {
            requirements.Require(options.AppToken.Length > 0 || options.SigningSecret.Length > 0, nameof(options.AppToken), "",
                "the app-level token by reference for Socket Mode, or SigningSecret for events over HTTP");
            CheckSecret(requirements, nameof(options.BotToken), options.BotToken, "xoxb-");
            CheckSecret(requirements, nameof(options.AppToken), options.AppToken, "xapp-");
            CheckSecret(requirements, nameof(options.SigningSecret), options.SigningSecret, "");
        }

        for (var index = 0; index < options.AllowedTeams.Count; index++)
        {
            var team = options.AllowedTeams[index];
            requirements.Require(team is ['T' or 'E', ..] && team.All(char.IsAsciiLetterOrDigit), $"AllowedTeams:{index}", team, "the id of a workspace, such as T0123ABCD");
        }

        return requirements
            .Require(IsSafe(options.ApiUrl), nameof(options.ApiUrl), options.ApiUrl, "https://slack.com/api/")
            .Positive(nameof(options.AnswerTimeout), options.AnswerTimeout)
            .Positive(nameof(options.RememberMessages), options.RememberMessages)
            .Result();
    }

    private static void CheckSecret(Requirements requirements, string key, string reference, string prefix)
    {
        if (reference.Length == 0)
        {
            return;
        }

        var isReference = reference.StartsWith("env:", StringComparison.Ordinal) || reference.StartsWith("file:", StringComparison.Ordinal);
        requirements.Require(isReference, key, "(set)", "a reference, env:NAME or file:PATH; a secret does not stand in the settings");
        if (isReference)
        {
            requirements.Require(IsThere(reference, prefix), key, reference, prefix.Length > 0 ? $"to lead to a token that begins with {prefix}" : "to lead to a secret");
        }
    }

    private static bool IsThere(string reference, string prefix)
    {
        try
        {
            return SecretReference.Resolve(reference) is { Length: > 0 } secret && secret.StartsWith(prefix, StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Plain http only to a stand-in on this machine, and never in Production.</summary>
    private bool IsSafe(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.AbsolutePath.EndsWith('/')
        && (uri is { Scheme: "https", Host: "slack.com" or "slack-gov.com" } || (uri.IsLoopback && !environment.IsProduction()));
}
