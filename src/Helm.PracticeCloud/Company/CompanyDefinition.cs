namespace Helm.PracticeCloud.Company;

/// <summary>The company that the practice cloud plays: its accounts and everything in them.</summary>
internal sealed record CompanyDefinition
{
    public required string Name { get; init; }

    /// <summary>All noise comes from it.</summary>
    public int Seed { get; init; } = 1;

    public required IReadOnlyList<AccountDefinition> Accounts { get; init; }
}
