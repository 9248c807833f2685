using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Helm.Chat.BotFramework;

/// <summary>Who is a member of a conversation, as the channel says.</summary>
internal sealed partial class TeamsRoster(IHttpClientFactory clients, ILogger<TeamsRoster> log)
{
    /// <summary>What is said of whoever wrote; null when nothing is.</summary>
    public async Task<ChannelMember?> MemberAsync(ConversationReference of, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(ConnectorCall.HttpClientName);
            using var response = await client.GetAsync(of.Address($"members/{Uri.EscapeDataString(of.User.Id ?? "")}"), cancellation);
            return response.IsSuccessStatusCode
                ? JsonSerializer.Deserialize<ChannelMember>(await response.Content.ReadAsByteArrayAsync(cancellation), ActivityJson.Options)
                : null;
        }
        catch (Exception unreadable) when (unreadable is HttpRequestException or JsonException
            || (unreadable is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            LogNoMember(of.ServiceUrl.Host, unreadable.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The roster at {Host} could not be read: {Problem}")]
    private partial void LogNoMember(string host, string problem);
}

/// <summary>A member of a conversation as the roster of Teams has it.</summary>
public sealed record ChannelMember
{
    public string? AadObjectId { get; init; }

    /// <summary>The same by its older name.</summary>
    public string? ObjectId { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? TenantId { get; init; }

    public string? UserRole { get; init; }
}
