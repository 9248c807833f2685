using Microsoft.Extensions.Options;

namespace Helm.Chat.Slack;

/// <summary>Who Helm is in its workspace, asked once.</summary>
internal sealed class SlackIdentity(SlackApi api, IOptions<SlackOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile SlackSelf? _self;

    /// <exception cref="HttpRequestException">Slack does not say; the message has its reason.</exception>
    public async Task<SlackSelf> GetAsync(CancellationToken cancellation)
    {
        if (_self is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            return _self ??= await AskAsync(cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>People of other workspaces are met in shared channels; who they are is vouched for by nobody that the operator knows.</summary>
    public async Task<bool> IsAllowedAsync(string? team, CancellationToken cancellation) => team is not null
        && (options.Value.AllowedTeams is { Count: > 0 } allowed ? allowed.Contains(team) : (await GetAsync(cancellation)).Team == team);

    public void Dispose() => _one.Dispose();

    private async Task<SlackSelf> AskAsync(CancellationToken cancellation)
    {
        var answer = await api.CallAsync("auth.test", [], cancellation);
        return answer.Ok && answer.Body.Text("user_id") is { } user && answer.Body.Text("team_id") is { } team
            ? new(user, team)
            : throw new HttpRequestException($"Slack does not take the bot token: {answer.Error}. Look at Helm:Slack:BotToken.");
    }
}

/// <summary>Helm's user id, and the workspace that it is installed in.</summary>
internal sealed record SlackSelf(string User, string Team);
