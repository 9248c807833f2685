using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Operations.Registration;
using Helm.Storage.Checks;
using Helm.Storage.Database;
using Helm.Storage.Issues;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Deployments;

/// <summary>Keeps deployments, their place in the schedule, and resolves the issues of what is no longer deployed.</summary>
internal sealed class DeploymentStore(DbSource source, TimeProvider time) : IDeploymentReader, IDeploymentStore
{
    private volatile Known _known = new(-1, []);

    /// <summary>Every turn and every pass asks; the list is read again only when a registration changed it.</summary>
    public async Task<IReadOnlyList<Deployment>> ListAsync(CancellationToken cancellation)
    {
        await using var db = source.Open();
        var version = await db.Set<SequenceRow>().Where(row => row.Name == SequenceRow.Registrations)
            .Select(row => row.Last).FirstOrDefaultAsync(cancellation);
        if (_known.Version == version)
        {
            return _known.Deployments;
        }

        var documents = await db.Set<DeploymentRow>().OrderBy(row => row.Id)
            .Select(row => row.Document).ToListAsync(cancellation);
        _known = new(version, [.. documents.Select(StoredJson.Read<Deployment>)]);
        return _known.Deployments;
    }

    public async Task UpsertAsync(
        IReadOnlyList<Deployment> deployments, string origin, CancellationToken cancellation)
    {
        await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
        await UpsertAsync(transaction.Db, deployments, origin, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task<ImportResult> ReplaceAsync(
        IReadOnlyList<Deployment> deployments, string origin, CancellationToken cancellation)
    {
        await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
        var db = transaction.Db;
        var stays = deployments.Select(deployment => deployment.Id).ToHashSet(StringComparer.Ordinal);
        var gone = (await db.Set<DeploymentRow>().Where(row => row.Source == origin).ToListAsync(cancellation))
            .Where(row => !stays.Contains(row.Id)).ToList();
        foreach (var row in gone)
        {
            await RemoveAsync(db, row, cancellation);
        }

        await UpsertAsync(db, deployments, origin, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(deployments.Count, gone.Count);
    }

    public async Task<bool> RemoveAsync(string deploymentId, CancellationToken cancellation)
    {
        await using var transaction = await IssueTransaction.BeginAsync(source, cancellation);
        var row = await transaction.Db.Set<DeploymentRow>().FindAsync([deploymentId], cancellation);
        if (row is not null)
        {
            await RemoveAsync(transaction.Db, row, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return row is not null;
    }

    private async Task UpsertAsync(
        HelmDb db, IReadOnlyList<Deployment> deployments, string origin, CancellationToken cancellation)
    {
        await CountRegistrationAsync(db, cancellation);
        var now = time.GetUtcNow();
        foreach (var deployment in deployments)
        {
            var document = StoredJson.Write(deployment);
            var row = await db.Set<DeploymentRow>().FindAsync([deployment.Id], cancellation);
            if (row?.Document == document && row.Source == origin)
            {
                continue;
            }

            var before = row is null ? null : StoredJson.Read<Deployment>(row.Document);
            if (row is null)
            {
                row = new() { Id = deployment.Id, Source = origin, Document = document };
                db.Add(row);
            }

            row.Source = origin;
            row.Document = document;
            await ScheduleAsync(db, deployment, now, cancellation);
            await db.SaveChangesAsync(cancellation);
            if (before is not null)
            {
                await ResolveLostAsync(
                    db, before, $"Resolved: {{0}} was removed from the deployment {deployment.Id}", cancellation);
            }
        }
    }

    private static Task<int> CountRegistrationAsync(HelmDb db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"INSERT INTO sequences (name, last) VALUES ({SequenceRow.Registrations}, 1) ON CONFLICT (name) DO UPDATE SET last = sequences.last + 1",
            cancellation);

    /// <summary>What is new or was changed is checked at once.</summary>
    private static async Task ScheduleAsync(
        HelmDb db, Deployment deployment, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.Set<ScheduleRow>().FindAsync([deployment.Id], cancellation) is { } row)
        {
            row.Enabled = deployment.Monitoring.Enabled;
            row.DueAt = now;
            return;
        }

        db.Add(new ScheduleRow
        {
            Subject = deployment.Id,
            IsCheck = true,
            Enabled = deployment.Monitoring.Enabled,
            DueAt = now,
        });
    }

    private async Task RemoveAsync(HelmDb db, DeploymentRow row, CancellationToken cancellation)
    {
        await CountRegistrationAsync(db, cancellation);
        db.Remove(row);
        await db.Set<ScheduleRow>().Where(one => one.Subject == row.Id).ExecuteDeleteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await ResolveLostAsync(
            db,
            StoredJson.Read<Deployment>(row.Document),
            $"Resolved: the deployment {row.Id} is no longer registered",
            cancellation);
    }

    /// <summary>A resource that another deployment still names keeps its issues.</summary>
    private async Task ResolveLostAsync(
        HelmDb db, Deployment before, string reason, CancellationToken cancellation)
    {
        var documents = await db.Set<DeploymentRow>().Select(row => row.Document).ToListAsync(cancellation);
        var named = documents.Select(StoredJson.Read<Deployment>).SelectMany(KeysOf).ToHashSet(StringComparer.Ordinal);
        var book = new IssueBook(db);
        foreach (var resource in before.Resources)
        {
            var key = Fingerprint.ResourceKey(before.Environment, before.Domain, resource);
            if (!named.Contains(key))
            {
                var words = reason.Replace("{0}", resource.Name, StringComparison.Ordinal);
                await book.ResolveAsync(key, words, time.GetUtcNow(), cancellation);
            }
        }
    }

    private static IEnumerable<string> KeysOf(Deployment deployment) => deployment.Resources
        .Select(resource => Fingerprint.ResourceKey(deployment.Environment, deployment.Domain, resource));

    private sealed record Known(long Version, IReadOnlyList<Deployment> Deployments);
}
