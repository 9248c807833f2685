using System.Globalization;
using System.Text;
using Helm.Operations.Delivery;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.Email;

/// <summary>Sends messages as plain mail; the address is one or several recipients, with commas between.</summary>
internal sealed class EmailChannel(IWording wording, IOptions<EmailOptions> options, TimeProvider time) : IDeliveryChannel
{
    public string Name => "email";

    public async Task<DeliveryOutcome> SendAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var recipients = message.Address.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (recipients.Length == 0 || recipients.Any(one => !IsAddress(one)))
        {
            return new DeliveryOutcome.Refused($"'{message.Address}' is not a list of mail addresses.");
        }

        using var session = new SmtpSession();
        try
        {
            var settings = options.Value;
            await session.ConnectAsync(settings, settings.User.Length > 0 ? SecretReference.Resolve(settings.Password) : null, cancellation);
            await session.SendAsync(settings.From, recipients, Mail(message, settings.From, recipients), cancellation);
            return new DeliveryOutcome.Delivered();
        }
        catch (SmtpException refused)
        {
            return refused.IsFinal ? new DeliveryOutcome.Refused(refused.Message) : new DeliveryOutcome.RetryAfter(refused.Message);
        }
    }

    /// <summary>What could end a command or a header is no address.</summary>
    internal static bool IsAddress(string text) =>
        text.Length is > 2 and < 255 && text.Count(letter => letter == '@') == 1 && text.All(letter => letter is > ' ' and < (char)127 and not ('<' or '>' or ','));

    private string Mail(OutboxMessage message, string from, IReadOnlyList<string> recipients)
    {
        var worded = wording.Word(message);
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(message.Key)))[..32];
        var mail = new StringBuilder();
        mail.Append(CultureInfo.InvariantCulture, $"From: Helm <{from}>\r\nTo: {string.Join(", ", recipients)}\r\n");
        mail.Append(CultureInfo.InvariantCulture, $"Subject: {Encoded(worded.Title)}\r\nDate: {time.GetUtcNow():r}\r\n");

        // The same message has the same id, so that a mail that is sent again after a crash can be told by its receiver.
        mail.Append(CultureInfo.InvariantCulture, $"Message-ID: <{id}@helm>\r\nAuto-Submitted: auto-generated\r\n");
        mail.Append("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        return mail.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(worded.Text), Base64FormattingOptions.InsertLineBreaks)).ToString();
    }

    /// <summary>RFC 2047: in pieces of at most 45 bytes, which no letter is cut by.</summary>
    private static string Encoded(string subject)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in subject.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + letter.Utf8SequenceLength > 42)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(letter);
        }

        words.Add(word.ToString());
        return string.Join("\r\n ", words.Select(one => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(one))}?="));
    }
}
