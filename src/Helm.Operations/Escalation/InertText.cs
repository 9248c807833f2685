using System.Text.RegularExpressions;

namespace Helm.Operations.Escalation;

/// <summary>Text from outside in a work item: read, and nothing else. It calls nobody, closes nothing, links nowhere and hides nothing.</summary>
public static partial class InertText
{
    private const string Hidden = "[redacted]";
    private const char Nothing = '\u200b';

    public static string Of(string text)
    {
        var clean = new string([.. text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]);
        clean = Named().Replace(Keys().Replace(clean, Hidden), "$1$2" + Hidden);
        clean = Email().Replace(clean, Hidden);
        clean = clean.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        clean = Marks().Replace(clean, @"\$0");
        return Calls().Replace(clean, match => $"{match.Value}{Nothing}").Replace("://", $":{Nothing}//", StringComparison.Ordinal);
    }

    /// <summary>AWS keys, GitHub and Slack tokens, JSON web tokens.</summary>
    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bxox[abprs]-[\w-]{10,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*", RegexOptions.NonBacktracking)]
    private static partial Regex Keys();

    [GeneratedRegex(@"((?:password|passwd|secret|token|api[_-]?key|credential|authorization))(""?\s*[=:]\s*""?)[^\s""',;&}]{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+\b")]
    private static partial Regex Email();

    /// <summary>What Markdown would take for its own.</summary>
    [GeneratedRegex(@"[\\`*_\[\]|~]")]
    private static partial Regex Marks();

    /// <summary>Mentions, references ("fixes #12", "GH-12") and repositories' issues.</summary>
    [GeneratedRegex(@"@|#|\bGH-", RegexOptions.IgnoreCase)]
    private static partial Regex Calls();
}
