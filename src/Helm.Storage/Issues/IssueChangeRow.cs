using Helm.Operations.Issues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helm.Storage.Issues;

/// <summary>One change of an issue, numbered in the order of commits; consumers keep a cursor.</summary>
internal sealed class IssueChangeRow
{
    public required long Number { get; init; }

    public required string IssueId { get; init; }

    public required IssueChange Change { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The table of <see cref="IssueChangeRow"/>.</summary>
internal sealed class IssueChangeTable : IEntityTypeConfiguration<IssueChangeRow>
{
    public void Configure(EntityTypeBuilder<IssueChangeRow> builder)
    {
        builder.ToTable("issue_changes").HasKey(row => row.Number);
        builder.Property(row => row.Number).ValueGeneratedNever();
        builder.Property(row => row.Change).HasConversion<string>();
        builder.HasIndex(row => row.At);
        builder.HasIndex(row => row.IssueId);
    }
}

/// <summary>The last number given out under a name.</summary>
internal sealed class SequenceRow
{
    /// <summary>The name of the changes' sequence, whose row is the gate to all that changes issues.</summary>
    public const string Changes = "issue_changes";

    /// <summary>Counts the changes of what is registered, so that readers know when to read again.</summary>
    public const string Registrations = "registrations";

    /// <summary>The plans of remediation: rem-001.</summary>
    public const string Plans = "plans";

    /// <summary>How many entries of the action log were ever written.</summary>
    public const string ActionLog = "action_log";

    public required string Name { get; init; }

    public long Last { get; set; }
}

/// <summary>The table of <see cref="SequenceRow"/>.</summary>
internal sealed class SequenceTable : IEntityTypeConfiguration<SequenceRow>
{
    public void Configure(EntityTypeBuilder<SequenceRow> builder)
    {
        builder.ToTable("sequences").HasKey(row => row.Name);
        builder.HasData(new SequenceRow { Name = SequenceRow.Changes });
    }
}
