using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Helm.Connectors.Email;

/// <summary>One conversation with a mail server (RFC 5321, 3207, 4954).</summary>
/// <remarks>Not .NET's SmtpClient: when the server refuses its authentication, that one goes on without and says nothing.</remarks>
internal sealed class SmtpSession : IDisposable
{
    private const int LongestLine = 4000;

    private readonly TcpClient _tcp = new();
    private Stream _stream = Stream.Null;
    private StreamReader _reader = StreamReader.Null;

    public async Task ConnectAsync(EmailOptions options, string? password, CancellationToken cancellation)
    {
        await _tcp.ConnectAsync(options.Host, options.Port, cancellation);
        Use(_tcp.GetStream());
        if (options.Security == MailSecurity.Tls)
        {
            await EncryptAsync(options.Host, cancellation);
        }

        await ExpectAsync(220, cancellation);
        var abilities = await GreetAsync(cancellation);
        if (options.Security == MailSecurity.StartTls)
        {
            if (!abilities.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase))
            {
                throw new SmtpException(500, "The server offers no encryption (STARTTLS), and the configuration asks for it.");
            }

            await SayAsync("STARTTLS", 220, cancellation);
            await EncryptAsync(options.Host, cancellation);
            abilities = await GreetAsync(cancellation);
        }

        if (options.User.Length > 0)
        {
            await AuthenticateAsync(abilities, options.User, password ?? "", cancellation);
        }
    }

    public async Task SendAsync(string from, IReadOnlyList<string> recipients, string mail, CancellationToken cancellation)
    {
        await SayAsync($"MAIL FROM:<{from}>", 250, cancellation);
        foreach (var recipient in recipients)
        {
            await SayAsync($"RCPT TO:<{recipient}>", 250, cancellation);
        }

        await SayAsync("DATA", 354, cancellation);
        var dotted = string.Join("\r\n", mail.ReplaceLineEndings("\n").Split('\n').Select(line => line.StartsWith('.') ? "." + line : line));
        await SayAsync(dotted + "\r\n.", 250, cancellation);
        await SayAsync("QUIT", 221, cancellation);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _tcp.Dispose();
    }

    /// <summary>Either the server takes the password, or nothing is sent at all.</summary>
    private async Task AuthenticateAsync(string abilities, string user, string password, CancellationToken cancellation)
    {
        var offered = abilities.Split('\n').FirstOrDefault(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)) ?? "";
        if (offered.Contains("PLAIN", StringComparison.OrdinalIgnoreCase))
        {
            await SayAsync("AUTH PLAIN " + Base64($"\0{user}\0{password}"), 235, cancellation);
        }
        else if (offered.Contains("LOGIN", StringComparison.OrdinalIgnoreCase))
        {
            await SayAsync("AUTH LOGIN", 334, cancellation);
            await SayAsync(Base64(user), 334, cancellation);
            await SayAsync(Base64(password), 235, cancellation);
        }
        else
        {
            throw new SmtpException(535, "The server offers no authentication that Helm knows (PLAIN, LOGIN), and the configuration names a user.");
        }
    }

    private Task<string> GreetAsync(CancellationToken cancellation) => SayAsync($"EHLO {Dns.GetHostName()}", 250, cancellation);

    private async Task EncryptAsync(string host, CancellationToken cancellation)
    {
        var encrypted = new SslStream(_stream);
        await encrypted.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, cancellation);
        Use(encrypted);
    }

    private void Use(Stream stream)
    {
        _stream = stream;
        _reader = new StreamReader(stream, Encoding.Latin1, false, LongestLine, leaveOpen: true);
    }

    private async Task<string> SayAsync(string line, int expected, CancellationToken cancellation)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellation);
        await _stream.FlushAsync(cancellation);
        return await ExpectAsync(expected, cancellation);
    }

    /// <summary>All lines of the reply, without their codes.</summary>
    private async Task<string> ExpectAsync(int expected, CancellationToken cancellation)
    {
        var lines = new List<string>();
        while (await _reader.ReadLineAsync(cancellation) is { Length: >= 3 and < LongestLine } line)
        {
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-' && lines.Count < 100)
            {
                continue;
            }

            var text = string.Join('\n', lines);
            return int.TryParse(line[..3], CultureInfo.InvariantCulture, out var code) && code == expected
                ? text
                : throw new SmtpException(code, $"The mail server answered {line[..3]}: {text.Replace('\n', ' ')}");
        }

        throw new SmtpException(421, "The mail server ended the conversation.");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

/// <summary>The mail server refused something.</summary>
internal sealed class SmtpException(int code, string message) : Exception(message)
{
    /// <summary>Codes from 400 to 499 say "later".</summary>
    public bool IsFinal => code is < 400 or >= 500;
}
