using Helm.Conversation.Intents;

namespace Helm.Speech.Tests;

/// <summary>A spoken language of a few intents, written as the packs write it: [optional], (one|other), {slot}.</summary>
internal static class SmallLanguage
{
    private static readonly string[] Resources =
    [
        "api lambda", "user service", "main database", "session cache", "content bucket", "checkout queue", "web front door",
        "order service", "billing lambda", "image store", "search cluster", "payment service", "notification worker",
        "report generator", "login gateway",
    ];

    public static SpokenLanguage Spoken { get; } = With([]);

    /// <summary>The same, and sentences in other words to learn from, with somebody who understands some of them.</summary>
    public static SpokenLanguage WithExamples { get; } = Spoken with
    {
        Examples =
        [
            new("status", "does the {resource} cope with the load"),
            new("status", "does {environment} cope with everything"),
            new("investigate", "find out what slows the {resource} down"),
            new("deployments", "what went live in {environment} on friday"),
            new(null, "does the garden gate squeak in the wind"),
            new(null, "find out when the swimming pool opens"),
            new(null, "what went wrong with the birthday cake on friday"),
        ],
        Meaning = Understand,
    };

    public static SpokenLanguage With(IReadOnlyList<string> moreResources) => new(
        [
            Ask("status", "status [of {environment}]"),
            Ask("status", "(what is|what's) the (status|health) of {target}"),
            Ask("status", "how is {target} [doing]"),
            Ask("status", "[run a] health check [(on|for) {environment}]"),
            Ask("dashboard", "[show [me]] [the] dashboard"),
            Ask("issues", "(show|list) [me] [the|all] [{severity}] issues [in {environment}]"),
            Ask("issues", "[what are the] top {count} issues"),
            Ask("issues", "what is wrong [with {target}]"),
            Ask("investigate", "investigate {issue}"),
            Ask("investigate", "what caused {issue}"),
            Ask("audit", "run a {audit} audit [of {environment}]"),
            Change("remediate", "(remediate|fix) {issue}"),
            Change("remediate", "restart {resource} [in {environment}]"),
            Change("escalate", "escalate {issue} [to faber]"),
            Change("rollback", "roll back {resource}"),
            Ask("yes", "yes [please]"),
            Ask("no", "no [thanks]"),
            Ask("cancel", "cancel [that]"),
            Ask("help", "help [me]"),
            Ask("repeat", "(repeat|say) that [again]"),
        ],
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["environment"] = ["production", "staging", "test", "prod"],
            ["resource"] = [.. Resources, .. moreResources],
            ["target"] = ["production", "staging", "test", "the database", .. Resources, .. moreResources],
            ["severity"] = ["critical", "high", "medium", "low"],
            ["count"] = ["one", "two", "three", "five", "ten"],
            ["issue"] = [.. from domain in (string[])["infra", "app"] from number in (string[])["one", "two", "three", "four"] from zeros in (string[])["zero zero ", ""] select $"{domain} {zeros}{number}"],
            ["audit"] = ["cost", "security", "compliance"],
        });

    /// <summary>As one who knows the examples understands them.</summary>
    private static SpokenMeaning? Understand(string text) =>
        text.EndsWith("cope with the load", StringComparison.Ordinal) ? Meaning("status")
        : text.StartsWith("find out what slows", StringComparison.Ordinal) ? Meaning("investigate")
        : text.StartsWith("what went live in", StringComparison.Ordinal) ? Meaning("deployments")
        : null;

    private static SpokenMeaning Meaning(string intent) => new(new IntentMatch { Intent = intent, Score = 0.9 }, Changes: false, IsLiteral: false, NamesOurs: true);

    private static SpokenPattern Ask(string intent, string pattern) => new(intent, false, Parse(pattern));

    private static SpokenPattern Change(string intent, string pattern) => new(intent, true, Parse(pattern));

    public static SentencePattern Parse(string text)
    {
        var at = 0;
        return Alternatives(text, ref at);
    }

    private static SentencePattern Alternatives(string text, ref int at)
    {
        var options = new List<SentencePattern> { Sequence(text, ref at) };
        while (at < text.Length && text[at] == '|')
        {
            at++;
            options.Add(Sequence(text, ref at));
        }

        return options.Count == 1 ? options[0] : new SentencePattern.Choice(options);
    }

    private static SentencePattern.Sequence Sequence(string text, ref int at)
    {
        var parts = new List<SentencePattern>();
        while (at < text.Length && text[at] is not ('|' or ')' or ']'))
        {
            if (text[at] == ' ')
            {
                at++;
            }
            else
            {
                parts.Add(Part(text, ref at));
            }
        }

        return new SentencePattern.Sequence(parts);
    }

    private static SentencePattern Part(string text, ref int at)
    {
        var start = at++;
        switch (text[start])
        {
            case '[':
                var inner = Alternatives(text, ref at);
                at++;
                return new SentencePattern.Optional(inner);
            case '(':
                var choice = Alternatives(text, ref at);
                at++;
                return choice;
            case '{':
                at = text.IndexOf('}', start) + 1;
                return new SentencePattern.Slot(text[(start + 1)..(at - 1)]);
            default:
                while (at < text.Length && !" |()[]{}".Contains(text[at]))
                {
                    at++;
                }

                return new SentencePattern.Word(text[start..at]);
        }
    }
}
