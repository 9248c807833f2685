namespace Helm.Conversation.Tagging;

/// <summary>
/// The sum over all sequences of tags of one label: forward and backward, each place scaled to one (Rabiner, "A Tutorial
/// on Hidden Markov Models", 1989).
/// </summary>
internal sealed class Paths
{
    private readonly TagWeights _weights;
    private readonly int _label;
    private readonly int _tags;
    private readonly int _length;
    private readonly float[] _emitted;
    private readonly float[] _forward;
    private readonly float[] _backward;
    private readonly float[] _scales;

    /// <param name="emissions">For all states, see <see cref="TagWeights.Emissions"/>; at least one word.</param>
    public Paths(TagWeights weights, int label, float[] emissions)
    {
        _weights = weights;
        _label = label;
        _tags = weights.States.Tags(label);
        _length = emissions.Length / weights.States.Count;
        _emitted = new float[_length * _tags];
        _forward = new float[_length * _tags];
        _backward = new float[_length * _tags];
        _scales = new float[_length];
        Emit(emissions);
        Forward();
    }

    /// <summary>The logarithm of the sum.</summary>
    public double Log { get; private set; }

    public int Length => _length;

    public void Backward()
    {
        At(_backward, _length - 1).Fill(1);
        Span<float> next = stackalloc float[_tags];
        for (var at = _length - 2; at >= 0; at--)
        {
            Arriving(at + 1, next);
            for (var from = 0; from < _tags; from++)
            {
                _backward[(at * _tags) + from] = Vectors.Product(_weights.Factors(_label, from), next);
            }
        }
    }

    /// <summary>How likely each tag is here, and all of them together <paramref name="share"/>.</summary>
    public void Chances(int at, float share, Span<float> chances)
    {
        for (var tag = 0; tag < _tags; tag++)
        {
            chances[tag] = share * At(_forward, at)[tag] * At(_backward, at)[tag];
        }
    }

    /// <summary>How likely each tag is here after <paramref name="from"/> just before; <paramref name="arriving"/> is what <see cref="Arriving"/> gave for this word.</summary>
    public void Chances(int at, int from, float share, ReadOnlySpan<float> arriving, Span<float> chances)
    {
        var factors = _weights.Factors(_label, from);
        var before = share * At(_forward, at - 1)[from];
        for (var tag = 0; tag < _tags; tag++)
        {
            chances[tag] = arriving[tag] * (before * factors[tag]);
        }
    }

    private Span<float> At(float[] rows, int at) => rows.AsSpan(at * _tags, _tags);

    /// <summary>What the rest of the sentence from this word on makes of each tag here.</summary>
    public void Arriving(int at, Span<float> weights)
    {
        for (var tag = 0; tag < _tags; tag++)
        {
            weights[tag] = At(_emitted, at)[tag] * At(_backward, at)[tag] / _scales[at];
        }
    }

    /// <summary>As factors, the best of a word 1: only their ratios count, and large sums would overflow.</summary>
    private void Emit(float[] emissions)
    {
        for (var at = 0; at < _length; at++)
        {
            var sums = emissions.AsSpan((at * _weights.States.Count) + _weights.States.Start(_label), _tags);
            var most = sums[0];
            foreach (var sum in sums)
            {
                most = Math.Max(most, sum);
            }

            Log += most;
            for (var tag = 0; tag < _tags; tag++)
            {
                At(_emitted, at)[tag] = MathF.Exp(sums[tag] - most);
            }
        }
    }

    private void Forward()
    {
        for (var at = 0; at < _length; at++)
        {
            var sums = At(_forward, at);
            if (at == 0)
            {
                Vectors.Add(sums, _weights.Factors(_label, _tags));
            }

            for (var from = 0; at > 0 && from < _tags; from++)
            {
                Vectors.AddTimes(sums, _weights.Factors(_label, from), At(_forward, at - 1)[from]);
            }

            Scale(at, sums);
        }
    }

    private void Scale(int at, Span<float> sums)
    {
        var total = 0f;
        for (var tag = 0; tag < _tags; tag++)
        {
            sums[tag] *= At(_emitted, at)[tag];
            total += sums[tag];
        }

        foreach (ref var sum in sums)
        {
            sum /= total;
        }

        _scales[at] = total;
        Log += Math.Log(total);
    }
}
