using Helm.Cli.Remote;
using Helm.Conversation.Intents;
using Helm.Conversation.Intents.Packs;
using Helm.Operations.Settings;

namespace Helm.Cli.Language;

/// <summary>The language pack and the names that commands use which need no host.</summary>
internal static class Pack
{
    /// <param name="language">As its folder under intents/ is called.</param>
    public static IntentTable Load(string language = "en")
    {
        try
        {
            return IntentTable.Load(ProgramFolder.Locate(Path.Combine("intents", language)), UserCache);
        }
        catch (PackException wrong)
        {
            throw new CommandFailedException(wrong.Message);
        }
    }

    /// <summary>Where the user's programs keep what they can make again; null where the user has no such place.</summary>
    private static string? UserCache =>
        (Environment.GetEnvironmentVariable("XDG_CACHE_HOME"), Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) switch
        {
            ({ Length: > 0 } cache, _) => Path.Combine(cache, "heyhelm"),
            (_, { Length: > 0 } home) => Path.Combine(home, ".cache", "heyhelm"),
            _ => null,
        };

    /// <summary>The names of a catalogue; without one, those that every installation has.</summary>
    public static Vocabulary Names(string? catalogue)
    {
        if (catalogue is null)
        {
            return new Vocabulary
            {
                Environments = [new("prod", ["production", "live"]), new("staging", ["pre-production"]), new("test", ["qa"]), new("dev", ["development"])],
                Domains = [new("infrastructure"), new("application"), new("content"), new("design"), new("kubernetes"), new("containers")],
            };
        }

        try
        {
            return Catalogue.Load(catalogue);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CommandFailedException($"The catalogue {catalogue} cannot be read: {wrong.Message}");
        }
    }
}
