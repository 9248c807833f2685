namespace Helm.Connectors.Email;

/// <summary>Mail by SMTP; section <c>Helm:Connectors:Email</c>.</summary>
public sealed class EmailOptions
{
    public const string Section = "Helm:Connectors:Email";

    /// <summary>Empty for no mail.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty for a server that asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>By reference: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    public string Password { get; set; } = "";

    public string From { get; set; } = "";
}

/// <summary>How the way to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>Encrypted before anything is said that matters.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>Only to a server on this machine.</summary>
    None,
}
