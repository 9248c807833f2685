using System.Globalization;
using Helm.Operations.Audits;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;

namespace Helm.Storage.Audits;

/// <summary>Keeps audits; their ids are those of their rows.</summary>
internal sealed class AuditStore(DbSource source) : IAuditStore
{
    private const string Prefix = "audit-";

    public async Task<AuditReport> AddAsync(AuditReport report, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var row = new AuditRow { Type = report.Type, Environment = report.Environment, StartedAt = report.StartedAt, Document = StoredJson.Write(report) };
        db.Add(row);
        await db.SaveChangesAsync(cancellation);
        return report with { AuditId = NameOf(row.Id) };
    }

    public async Task SaveAsync(AuditReport report, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        var (id, document) = (NumberOf(report.AuditId), StoredJson.Write(report with { Progress = null }));
        await db.Set<AuditRow>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Document, document), cancellation);
    }

    public async Task<AuditReport?> FindAsync(string auditId, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var id = NumberOf(auditId);
        var row = await db.Set<AuditRow>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellation);
        return row is null ? null : Read(row.Id, row.Document);
    }

    public async Task<IReadOnlyList<AuditReport>> ListAsync(AuditFilter filter, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var rows = db.Set<AuditRow>().AsNoTracking();
        if (filter.Type is { } type)
        {
            rows = rows.Where(row => row.Type == type);
        }

        if (filter.Environment is { } environment)
        {
            rows = rows.Where(row => row.Environment == environment);
        }

        var found = await rows.OrderByDescending(row => row.Id).Take(filter.Top).Select(row => new { row.Id, row.Document }).ToListAsync(cancellation);
        return [.. found.Select(row => Read(row.Id, row.Document))];
    }

    private static AuditReport Read(long id, string document) => StoredJson.Read<AuditReport>(document) with { AuditId = NameOf(id) };

    private static string NameOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id:000}");

    /// <summary>0, which no row has, for what is no name of an audit.</summary>
    private static long NumberOf(string auditId) =>
        auditId.Trim().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && long.TryParse(auditId.Trim().AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
