using Helm.Operations.Checks;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Checks;

/// <summary>Claims by one conditional update a row: whoever's update finds the row free has it.</summary>
internal sealed class CheckClaims(DbSource source, TimeProvider time) : ICheckClaims
{
    public async Task<IReadOnlyList<CheckClaim>> ClaimDueAsync(TimeSpan lease, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var due = await db.Set<ScheduleRow>()
            .Where(row => row.IsCheck && row.Enabled && row.DueAt <= now
                && (row.ClaimedUntil == null || row.ClaimedUntil < now))
            .OrderBy(row => row.DueAt)
            .Select(row => row.Subject)
            .ToListAsync(cancellation);

        var token = NewToken();
        var claims = new List<CheckClaim>();
        foreach (var subject in due)
        {
            // Due is asked again: another host may have claimed and finished it since the list was read.
            if (await TakeAsync(db.Set<ScheduleRow>().Where(row => row.DueAt <= now), subject, token, lease, cancellation))
            {
                claims.Add(new(subject, token));
            }
        }

        return claims;
    }

    public async Task<CheckClaim?> ClaimAsync(string subject, TimeSpan lease, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var token = NewToken();
        return await TakeAsync(db.Set<ScheduleRow>(), subject, token, lease, cancellation) ? new(subject, token) : null;
    }

    public async Task<bool> TakeTurnAsync(string duty, TimeSpan interval, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var now = time.GetUtcNow();
        var next = now + interval;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO schedule (subject, is_check, enabled, due_at) VALUES ({duty}, {false}, {true}, {now.UtcDateTime}) ON CONFLICT (subject) DO NOTHING",
            cancellation);
        return await db.Set<ScheduleRow>()
            .Where(row => row.Subject == duty && row.DueAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, next), cancellation) == 1;
    }

    public async Task RenewAsync(string token, TimeSpan lease, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var until = time.GetUtcNow() + lease;
        await db.Set<ScheduleRow>().Where(row => row.ClaimedBy == token)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.ClaimedUntil, until), cancellation);
    }

    public async Task ReleaseAsync(string token, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        await db.Set<ScheduleRow>().Where(row => row.ClaimedBy == token).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.ClaimedBy, (string?)null)
                .SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null),
            cancellation);
    }

    public async Task HastenAsync(IReadOnlyCollection<string> deploymentIds, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var now = time.GetUtcNow();
        foreach (var id in deploymentIds)
        {
            await db.Set<ScheduleRow>()
                .Where(row => row.Subject == id && row.IsCheck && row.Enabled && row.DueAt > now)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.DueAt, now), cancellation);
        }
    }

    private static string NewToken() => Guid.NewGuid().ToString("N");

    private async Task<bool> TakeAsync(
        IQueryable<ScheduleRow> rows, string subject, string token, TimeSpan lease, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        var now = time.GetUtcNow();
        var until = now + lease;
        return await rows
            .Where(row => row.Subject == subject && row.IsCheck && (row.ClaimedUntil == null || row.ClaimedUntil < now))
            .ExecuteUpdateAsync(
                row => row.SetProperty(one => one.ClaimedBy, token).SetProperty(one => one.ClaimedUntil, until),
                cancellation) == 1;
    }
}
