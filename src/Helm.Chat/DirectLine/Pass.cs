using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Helm.Chat.DirectLine;

/// <summary>Lets one person into one conversation.</summary>
/// <param name="Until">When the person has to sign in again; no pass outlives it.</param>
internal sealed record Pass(string Conversation, string PersonId, string Name, DateTimeOffset Until)
{
    /// <summary>As Helm knows the conversation: prefixed by the door.</summary>
    public string ConversationId => $"{WebDelivery.ChannelName}:{Conversation}";

    public static Pass ForNewConversation(Guest guest) =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)), guest.Id, guest.Name, guest.Until);
}

/// <summary>Writes passes as tokens, and reads them again.</summary>
internal sealed class Passes(ITickets tickets, IOptions<DirectLineOptions> options, TimeProvider time)
{
    private const string Talk = "direct-line";
    private const string Listen = "direct-line-stream";
    private const string Scheme = "Bearer ";

    /// <summary>A stream's address is written into logs of proxies, so what is in it is worth nothing soon after.</summary>
    private static readonly TimeSpan UntilConnected = TimeSpan.FromMinutes(1);

    /// <summary>The token, and how many seconds it is good for.</summary>
    public (string Token, int Seconds) Token(Pass pass)
    {
        var now = time.GetUtcNow();
        var until = now + options.Value.TokenLifetime < pass.Until ? now + options.Value.TokenLifetime : pass.Until;
        return (tickets.Sign(Talk, Claims(pass), until), (int)(until - now).TotalSeconds);
    }

    /// <summary>Who may listen, and from which message on.</summary>
    public string StreamTicket(Pass pass, long watermark)
    {
        var claims = Claims(pass);
        claims["watermark"] = watermark;
        return tickets.Sign(Listen, claims, time.GetUtcNow() + UntilConnected);
    }

    /// <summary>Null for anything but a token that is good now.</summary>
    public Pass? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } text] && text.StartsWith(Scheme, StringComparison.Ordinal) && tickets.Read(Talk, text[Scheme.Length..]) is { } claims
            ? Read(claims)
            : null;
    }

    public (Pass Pass, long Watermark)? OfStream(string? ticket) =>
        ticket is not null && tickets.Read(Listen, ticket) is { } claims ? (Read(claims), claims.GetProperty("watermark").GetInt64()) : null;

    private static JsonObject Claims(Pass pass) => new()
    {
        ["conv"] = pass.Conversation,
        ["user"] = pass.PersonId, // Web Chat takes a client's id from here and from nowhere else
        ["name"] = pass.Name,
        ["until"] = pass.Until.ToUnixTimeSeconds(),
    };

    private static Pass Read(JsonElement claims) => new(
        claims.GetProperty("conv").GetString()!, claims.GetProperty("user").GetString()!, claims.GetProperty("name").GetString()!,
        DateTimeOffset.FromUnixTimeSeconds(claims.GetProperty("until").GetInt64()));
}
