using Helm.Operations.Issues;
using Helm.Operations.Monitoring;
using Helm.Storage.Database;

namespace Helm.Storage.Issues;

/// <summary>Inserts many issues as they are, in batches: for benchmarks and for moving in from elsewhere.</summary>
public sealed class IssueSeeding
{
    private const int Batch = 1000;

    private readonly DbSource _source;

    internal IssueSeeding(DbSource source) => _source = source;

    /// <summary>Ids are given anew from each domain's sequence; two open issues of one fingerprint are refused.</summary>
    /// <param name="issues">Each with the indicator that it is about.</param>
    /// <param name="prefix">Of the ids: <c>infra</c>.</param>
    public async Task InsertAsync(
        IEnumerable<(Issue Issue, string Indicator)> issues, string prefix, CancellationToken cancellation)
    {
        foreach (var batch in issues.Chunk(Batch))
        {
            await using var transaction = await IssueTransaction.BeginAsync(_source, cancellation);
            var book = new IssueBook(transaction.Db);
            transaction.Db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var (issue, indicator) in batch)
            {
                var resource = new DeployedResource(issue.Resource.Type, issue.Resource.Name);
                var fingerprint = Fingerprint.Of(issue.Environment, issue.Domain, resource, indicator);
                await book.AddAsync(issue, fingerprint, prefix, cancellation);
            }

            transaction.Db.ChangeTracker.DetectChanges();
            await transaction.CommitAsync(cancellation);
        }
    }
}
