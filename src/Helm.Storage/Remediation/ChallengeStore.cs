using Helm.Operations.Remediation.Challenges;
using Helm.Storage.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Remediation;

/// <summary>The words that approve a plan.</summary>
internal sealed class ChallengeRow
{
    public required string PlanHash { get; init; }

    /// <summary>Three, with a space between.</summary>
    public required string Words { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Misses { get; set; }

    public bool Used { get; set; }
}

/// <summary>The table of <see cref="ChallengeRow"/>.</summary>
internal sealed class ChallengeTable : IEntityTypeConfiguration<ChallengeRow>
{
    public void Configure(EntityTypeBuilder<ChallengeRow> builder)
    {
        builder.ToTable("challenges").HasKey(row => row.PlanHash);
        builder.Property(row => row.PlanHash).HasMaxLength(64);
        builder.HasIndex(row => row.CreatedAt);
    }
}

/// <summary>Keeps challenges.</summary>
internal sealed class ChallengeStore(DbSource source) : IChallengeStore
{
    public async Task<IReadOnlyList<string>> RecentWordsAsync(int challenges, CancellationToken cancellation)
    {
        await using var db = source.Open();
        var words = await db.Set<ChallengeRow>().AsNoTracking()
            .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.PlanHash).Take(challenges).Select(row => row.Words).ToListAsync(cancellation);
        return [.. words.SelectMany(three => three.Split(' '))];
    }

    public async Task<Challenge> AddAsync(Challenge challenge, DateTimeOffset now, CancellationToken cancellation)
    {
        using (await source.WriteAsync(cancellation))
        {
            await using var db = source.Open();
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO challenges (plan_hash, words, created_at, expires_at, misses, used)
                VALUES ({challenge.PlanHash}, {string.Join(' ', challenge.Words)}, {now.UtcDateTime}, {challenge.ExpiresAt.UtcDateTime}, 0, {false})
                ON CONFLICT (plan_hash) DO NOTHING
                """,
                cancellation);
        }

        return (await FindAsync(challenge.PlanHash, cancellation))!.Challenge;
    }

    public async Task<KeptChallenge?> FindAsync(string planHash, CancellationToken cancellation)
    {
        await using var db = source.Open();
        return await db.Set<ChallengeRow>().AsNoTracking().FirstOrDefaultAsync(row => row.PlanHash == planHash, cancellation) is { } row
            ? new(new(row.PlanHash, row.Words.Split(' '), row.ExpiresAt), row.Misses, row.Used)
            : null;
    }

    public async Task<bool> UseAsync(string planHash, int mostMisses, CancellationToken cancellation)
    {
        using var writing = await source.WriteAsync(cancellation);
        await using var db = source.Open();
        return await db.Set<ChallengeRow>().Where(row => row.PlanHash == planHash && !row.Used && row.Misses < mostMisses)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Used, true), cancellation) == 1;
    }

    public async Task<int> MissAsync(string planHash, CancellationToken cancellation)
    {
        using (await source.WriteAsync(cancellation))
        {
            await using var db = source.Open();
            await db.Set<ChallengeRow>().Where(row => row.PlanHash == planHash)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Misses, one => one.Misses + 1), cancellation);
        }

        return (await FindAsync(planHash, cancellation))?.Misses ?? 0;
    }
}
