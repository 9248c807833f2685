using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.CloudWatch;

/// <summary>
/// Asks for any number of series in as few calls as can be: full batches of 500, five in flight. What a call could
/// not tell is asked for once more in smaller calls, so that one bad query or one lost page costs only itself.
/// </summary>
internal sealed class MetricSweep(CloudWatchClient client)
{
    private const int InFlight = 5;

    /// <summary>One series for each query, in the same order; each says whether it is complete.</summary>
    public async Task<SweepResult> RunAsync(
        IReadOnlyList<MetricQuery> queries, MetricWindow window, CancellationToken cancellation)
    {
        var run = new Run(client, queries, window);
        var batches = Enumerable.Range(0, queries.Count).Chunk(CloudWatchClient.MostQueries);
        await Parallel.ForEachAsync(
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
            async (batch, stop) => await run.AskAsync(batch, stop));
        await run.AskAgainAsync(cancellation);
        return new SweepResult(run.Series, run.Asked);
    }

    private sealed class Run(CloudWatchClient client, IReadOnlyList<MetricQuery> queries, MetricWindow window)
    {
        private long _asked;

        public MetricSeries[] Series { get; } = new MetricSeries[queries.Count];

        /// <summary>How many metrics were asked for, which is what CloudWatch bills.</summary>
        public long Asked => _asked;

        public async Task AskAsync(int[] batch, CancellationToken cancellation)
        {
            if (await TryAskAsync(batch, cancellation) is { } fault)
            {
                await SplitAsync([.. batch.Where(IsOpen)], fault, cancellation);
            }
        }

        /// <summary>Series that CloudWatch itself could not complete get one more chance, all in one go.</summary>
        public async Task AskAgainAsync(CancellationToken cancellation)
        {
            var incomplete = Enumerable.Range(0, Series.Length).Where(IsIncomplete).ToArray();
            foreach (var batch in incomplete.Chunk(CloudWatchClient.MostQueries))
            {
                var before = batch.ToDictionary(index => index, index => Series[index]);
                foreach (var index in batch)
                {
                    Series[index] = MetricSeries.Absent;
                }

                if (await TryAskAsync(batch, cancellation) is not null)
                {
                    Restore(before);
                }
            }
        }

        private void Restore(Dictionary<int, MetricSeries> before)
        {
            foreach (var (index, series) in before.Where(entry => IsOpen(entry.Key)))
            {
                Series[index] = series;
            }
        }

        private async Task<CloudException?> TryAskAsync(int[] batch, CancellationToken cancellation)
        {
            try
            {
                await AskPagesAsync(batch, cancellation);
                return null;
            }
            catch (CloudException fault)
            {
                return fault;
            }
        }

        private async Task AskPagesAsync(int[] batch, CancellationToken cancellation)
        {
            Interlocked.Add(ref _asked, batch.Length);
            var members = batch.ToHashSet();
            string? token = null;
            do
            {
                token = await client.GetMetricDataAsync(
                    new(queries, batch), window, token, (index, page) => Take(members, index, page), cancellation);
            }
            while (token is not null);
        }

        // A series may go on on the next page: its points add up, and its latest status stands.
        private void Take(HashSet<int> members, int index, MetricSeries page)
        {
            if (!members.Contains(index))
            {
                return;
            }

            if (Series[index] is { } earlier && earlier != MetricSeries.Absent)
            {
                earlier.Points.AddRange(page.Points);
                earlier.Status = page.Status;
            }
            else
            {
                Series[index] = page;
            }
        }

        // Refused queries are searched for down to the single one. After any other fault one smaller try is enough:
        // a cloud that is down is not asked a thousand times.
        private async Task SplitAsync(int[] open, CloudException fault, CancellationToken cancellation)
        {
            var split = fault.Kind is CloudFaultKind.Refused or CloudFaultKind.Unavailable && open.Length > 1;
            if (!split)
            {
                Fail(open, fault);
                return;
            }

            foreach (var half in open.Chunk((open.Length + 1) / 2))
            {
                Forget(half);
                if (await TryAskAsync(half, cancellation) is not { } again)
                {
                    continue;
                }

                var left = half.Where(IsOpen).ToArray();
                await (again.Kind == CloudFaultKind.Refused ? SplitAsync(left, again, cancellation) : FailAsync(left, again));
            }
        }

        private Task FailAsync(int[] open, CloudException fault)
        {
            Fail(open, fault);
            return Task.CompletedTask;
        }

        private void Fail(int[] open, CloudException fault)
        {
            foreach (var index in open)
            {
                Series[index] = new MetricSeries { Status = SeriesStatus.Failed, Note = fault.Message };
            }
        }

        // Points of an unfinished series come again when it is asked again.
        private void Forget(int[] batch)
        {
            foreach (var index in batch)
            {
                Series[index] = MetricSeries.Absent;
            }
        }

        private bool IsOpen(int index) => Series[index] is not { Status: SeriesStatus.Complete };

        private bool IsIncomplete(int index) =>
            Series[index] is null or { Status: not (SeriesStatus.Complete or SeriesStatus.Failed or SeriesStatus.Forbidden) };
    }
}

/// <summary>What a sweep brought, and how many metrics it asked for.</summary>
internal sealed record SweepResult(IReadOnlyList<MetricSeries?> Series, long MetricsAsked);
