namespace Helm.Operations.Alerts;

/// <summary>The silences of another system, such as Prometheus Alertmanager.</summary>
public interface IOutsideSilences
{
    /// <summary>What the system is called in Helm's list: <c>alertmanager</c>.</summary>
    string Name { get; }

    /// <summary>All of them, those that are over as long as the system remembers them.</summary>
    Task<IReadOnlyList<OutsideSilence>> ListAsync(CancellationToken cancellation);

    /// <summary>Keeps one of Helm's there, so that it is found again by its mark.</summary>
    Task AddAsync(Silence silence, string mark, CancellationToken cancellation);

    Task EndAsync(string id, CancellationToken cancellation);
}

/// <summary>A silence as another system has it.</summary>
/// <param name="Mark">Of one that came from Helm; null for its own.</param>
/// <param name="Silence">Null where Helm cannot silence exactly that.</param>
public sealed record OutsideSilence(string Id, bool IsOver, string? Mark, Silence? Silence);
