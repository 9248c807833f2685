using System.Collections.Concurrent;
using Helm.Host.Web.Boards;
using Helm.Operations.People;

namespace Helm.Host.Web.Page;

/// <summary>The board of an environment, read at most every other second however many look at it.</summary>
internal sealed class BoardFeed(BoardReader reader, Markup markup, TimeProvider time)
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(string Environment, Role? Role), Reading> _readings = new();

    /// <summary>As HTML.</summary>
    public async Task<string> ReadAsync(string environment, Person person, CancellationToken cancellation)
    {
        var reading = _readings.GetOrAdd((environment, person.Role), _ => new());
        await reading.Turn.WaitAsync(cancellation);
        try
        {
            if (reading.Html is null || time.GetElapsedTime(reading.At) >= Pace)
            {
                reading.Html = await markup.WriteAsync<BoardView>(new() { [nameof(BoardView.Board)] = await reader.ReadAsync(environment, person, cancellation) });
                reading.At = time.GetTimestamp();
            }

            return reading.Html;
        }
        finally
        {
            reading.Turn.Release();
        }
    }

    private sealed class Reading
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public string? Html { get; set; }

        public long At { get; set; }
    }
}
