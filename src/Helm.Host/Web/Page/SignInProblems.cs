namespace Helm.Host.Web.Page;

/// <summary>Why somebody is not signed in.</summary>
internal static class SignInProblems
{
    public static string? Sentence(string? problem) => problem switch
    {
        null => null,
        "unknown" => "You are signed in, and nobody has told Helm what you may do. Ask whoever runs it to add you to Helm:People.",
        "late" => "That took too long, or was begun in another window. Try again.",
        "issuer" => "The organisation's sign-in cannot be reached. Helm's log has the reason.",
        _ => "The organisation's sign-in did not say who you are. Helm's log has the reason.",
    };
}
