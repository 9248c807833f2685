using System.Text.RegularExpressions;

namespace Helm.Operations.Investigation.Evidence;

/// <summary>Takes secrets, tokens and e-mail addresses out of text from outside, before it is stored, spoken or sent.</summary>
public static partial class Redaction
{
    private const string Hidden = "[redacted]";

    public static string Redact(string text)
    {
        var shorter = text.Length > 4000 ? text[..4000] : text;
        shorter = Keys().Replace(shorter, Hidden);
        shorter = Bearer().Replace(shorter, "$1 " + Hidden);
        shorter = UserInfo().Replace(shorter, "$1" + Hidden + "@");
        shorter = Named().Replace(shorter, "$1$2" + Hidden);
        return Email().Replace(shorter, Hidden);
    }

    /// <summary>AWS keys, GitHub and Slack tokens, JSON web tokens, private keys.</summary>
    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bxox[abprs]-[\w-]{10,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|\bsk_(?:live|test)_\w{8,}|-----BEGIN [A-Z ]*PRIVATE KEY-----.*", RegexOptions.NonBacktracking)]
    private static partial Regex Keys();

    [GeneratedRegex(@"\b(bearer|basic)\s+[A-Za-z0-9+/=._~-]{8,}", RegexOptions.IgnoreCase)]
    private static partial Regex Bearer();

    /// <summary>The user and password of an address.</summary>
    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]{1,20}://)[^\s/@]{1,200}@", RegexOptions.IgnoreCase)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"\b((?:[\w-]{0,40}(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|credential|authorization|session[_-]?id|cookie)[\w-]{0,20}))(""?\s*[=:]\s*""?)(?!\[redacted\])[^\s""',;&}]{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+\b")]
    private static partial Regex Email();
}
