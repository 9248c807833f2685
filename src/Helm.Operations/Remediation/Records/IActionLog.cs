namespace Helm.Operations.Remediation.Records;

/// <summary>The append-only log of everything about changes.</summary>
public interface IActionLog
{
    /// <summary>Appends at the end of the chain; part of the transaction that it is called in.</summary>
    Task AppendAsync(ActionEvent happened, CancellationToken cancellation);

    /// <summary>In order, beginning after a number.</summary>
    Task<IReadOnlyList<ActionRecord>> ReadAsync(long after, int atMost, CancellationToken cancellation);

    /// <summary>How many were ever written, counted apart from the entries.</summary>
    Task<long> CountAsync(CancellationToken cancellation);
}
