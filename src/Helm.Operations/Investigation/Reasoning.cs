using Helm.Operations.Investigation.Reports;
using Helm.Operations.Investigation.Signals;

namespace Helm.Operations.Investigation;

/// <summary>The tables of signals and causes, read when they are first needed.</summary>
public sealed class Reasoning
{
    private readonly Lazy<SignalTable> _signals = new(() => SignalTable.Load());
    private readonly Lazy<Analyst> _analyst = new(Analyst.Load);

    public SignalTable Signals => _signals.Value;

    public Analyst Analyst => _analyst.Value;
}
