using System.Diagnostics;
using System.Diagnostics.Metrics;
using Helm.Conversation.Turns;

namespace Helm.Host.Turns;

/// <summary>Counts turns and how long they take.</summary>
internal sealed class TurnMetrics : IDisposable
{
    private readonly Meter _meter = new("Helm.Host.Turns");
    private readonly Counter<long> _turns;
    private readonly Histogram<double> _duration;

    public TurnMetrics()
    {
        _turns = _meter.CreateCounter<long>("helm.turns", description: "Turns answered.");
        _duration = _meter.CreateHistogram<double>("helm.turn.duration.seconds", description: "From the question to the answer.");
    }

    public void Answered(Reply reply, TimeSpan took)
    {
        var tags = new TagList { { "intent", reply.Intent } };
        _turns.Add(1, tags);
        _duration.Record(took.TotalSeconds, tags);
    }

    public void Dispose() => _meter.Dispose();
}
