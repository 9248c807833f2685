using System.Globalization;
using Helm.PracticeCloud.Data;
using Helm.PracticeCloud.Metrics;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>GetMetricData: up to 500 series in pages of up to 100,800 datapoints.</summary>
internal static class MetricData
{
    private const int MostDatapoints = 100_800;

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var range = TimeRange.Read(call.Input, "ValidationError");
        var queries = MetricQuery.ReadAll(call.Input, call.Estate);
        var most = Paging.Size(call.Input, "MaxDatapoints", MostDatapoints, 1, MostDatapoints, "ValidationError");
        var descending = (call.Input.Text("ScanBy") ?? "TimestampDescending") switch
        {
            "TimestampDescending" => true,
            "TimestampAscending" => false,
            var other => throw new AwsErrorException("ValidationError", $"The value '{other}' for parameter ScanBy is not valid."),
        };
        var (query, skip) = Position(call.Input.Text("NextToken"), queries.Count);
        var page = new Page(call, range, descending, most);
        answer.BeginList("MetricDataResults", "member");
        while (query < queries.Count && page.HasRoom)
        {
            var next = queries[query].Returned ? page.Write(answer, queries[query], skip) : null;
            if (next is { } position)
            {
                skip = position;
                break;
            }

            (query, skip) = (query + 1, 0);
        }

        answer.EndList();
        answer.BeginList("Messages", "member");
        answer.EndList();
        answer.Text("NextToken", query < queries.Count ? Paging.Token(((long)query * 1_000_000) + skip) : null);
    }

    private static (int Query, int Skip) Position(string? token, int queries)
    {
        var position = Paging.Position(token, "InvalidNextToken");
        var query = position / 1_000_000;
        return query < queries ? (query, position % 1_000_000) : throw new AwsErrorException("InvalidNextToken", "The token does not belong to this request");
    }

    /// <summary>The page under way.</summary>
    private sealed class Page(AwsCall call, TimeRange range, bool descending, int most)
    {
        private readonly Sampler _sampler = new(call.Estate.Clock.Resolution);
        private readonly SampleSet _samples = new();
        private readonly long _now = call.Estate.Clock.Seconds;
        private long[] _times = new long[64];
        private double[] _values = new double[64];
        private int _left = most;

        public bool HasRoom => _left > 0;

        /// <summary>Writes one series from its point <paramref name="skip"/> on. Null when it is written to its end.</summary>
        public int? Write(AnswerWriter answer, MetricQuery query, int skip)
        {
            var count = query.Series is null ? 0 : Collect(query);
            var times = _times.AsSpan(0, count);
            var values = _values.AsSpan(0, count);
            if (descending)
            {
                times.Reverse();
                values.Reverse();
            }

            var status = Spoil(query, ref count);
            var taken = Math.Min(Math.Max(0, count - skip), _left);
            var more = skip + taken < count;
            answer.BeginItem();
            answer.Text("Id", query.Id);
            answer.Text("Label", query.Label);
            answer.Times("Timestamps", taken == 0 ? [] : times.Slice(skip, taken));
            answer.Reals("Values", taken == 0 ? [] : values.Slice(skip, taken));
            answer.Text("StatusCode", more ? "PartialData" : status);
            if (status == "InternalError")
            {
                answer.List("Messages", "member", ["An internal error occurred."], text =>
                {
                    answer.Text("Code", "InternalError");
                    answer.Text("Value", text);
                });
            }

            answer.EndItem();
            _left -= taken;
            return more ? skip + taken : null;
        }

        private int Collect(MetricQuery query)
        {
            var start = range.AlignedStart(query.Period, _now);
            var wanted = (Math.Min(range.End, _now) - start) / query.Period;
            if (wanted > 1_000_000)
            {
                throw new AwsErrorException("ValidationError", string.Create(CultureInfo.InvariantCulture, $"'{query.Id}' asks for {wanted} datapoints; ask for a longer period or a shorter time."));
            }

            var count = 0;
            for (var time = start; time < range.End && time < _now; time += query.Period)
            {
                if (_sampler.Fill(query.Series!, time, Math.Min(time + query.Period, range.End), _now, _samples))
                {
                    Room(count);
                    _times[count] = time;
                    _values[count++] = query.Statistic(_samples);
                }
            }

            return count;
        }

        private void Room(int count)
        {
            if (count == _times.Length)
            {
                Array.Resize(ref _times, count * 2);
                Array.Resize(ref _values, count * 2);
            }
        }

        // With the partial fault every second series is incomplete: by turns cut short and failed.
        private string Spoil(MetricQuery query, ref int count)
        {
            if (!call.Partial || Hash.Of(query.Id) % 2 == 0)
            {
                return "Complete";
            }

            var failed = Hash.Of(query.Id) % 4 == 1;
            count = failed ? 0 : count / 2;
            return failed ? "InternalError" : "PartialData";
        }
    }
}
