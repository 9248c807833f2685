namespace Helm.Host.Web;

/// <summary>The web page; section <c>Helm:Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Helm:Web";

    /// <summary>Whether the page <c>/</c> is there, for people who sign in.</summary>
    public bool Enabled { get; set; }

    /// <summary>Where <c>heyhelm web fetch-chat</c> puts Microsoft's chat window; without it the page has a plain one of its own.</summary>
    public string ChatFolder { get; set; } = ".helm/web";
}
