using Helm.Conversation.Tagging;

namespace Helm.Benchmarks.Language;

/// <summary>Counts right intents, and slots that are right in name and both ends, as the CoNLL evaluation does.</summary>
internal sealed class SnipsScore
{
    private int _right;
    private int _found;
    private int _said;
    private int _given;

    public int Lines { get; private set; }

    public int Wrong => Lines - _right;

    public double Intent => 100.0 * _right / Lines;

    public double SlotF1 => 200.0 * _found / (_said + _given);

    public void Add(SnipsLine line, string intent, TagReading reading)
    {
        var chunks = Chunk.Of(reading.Tags(intent));
        var gold = Chunk.Of(line.Tagged.Tags);
        Lines++;
        _right += intent == line.Intent ? 1 : 0;
        _found += gold.Intersect(chunks).Count();
        _said += chunks.Count;
        _given += gold.Count;
    }
}
