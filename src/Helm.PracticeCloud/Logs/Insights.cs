using System.Collections.Concurrent;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.LogLines;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Logs;

/// <summary>Queries of Logs Insights: started, polled until complete, stopped. Times are epoch seconds here.</summary>
internal sealed class Insights
{
    private const int MostQueries = 100;
    private const int MostScanned = 200_000;
    private static readonly TimeSpan Waiting = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Running = TimeSpan.FromMilliseconds(800);

    private readonly ConcurrentDictionary<string, Query> _queries = new(StringComparer.Ordinal);

    public void Start(AwsCall call, AnswerWriter answer)
    {
        var input = call.Input;
        string[] names = [.. new[] { input.Text("logGroupName") }.OfType<string>(), .. input.Texts("logGroupNames"), .. input.Texts("logGroupIdentifiers")];
        if (names.Length is 0 or > 50 || input.Long("startTime") is not { } start || input.Long("endTime") is not { } end || start > end)
        {
            throw new AwsErrorException("InvalidParameterException", "A query needs from 1 to 50 log groups, and a startTime not after its endTime (epoch seconds).");
        }

        if (_queries.Values.Count(query => query.Estate == call.Estate && Status(query) is "Scheduled" or "Running") >= MostQueries)
        {
            throw new AwsErrorException("LimitExceededException", $"Account maximum query concurrency limit of [{MostQueries}] reached.");
        }

        LogGroup[] groups = [.. names.Select(name => LogGroups.Find(call, name))];
        var pipeline = InsightsPipeline.Parse(input.Required("queryString"), input.Number("limit") ?? 10_000);
        var id = Guid.NewGuid().ToString();
        Forget(call.Now);
        _queries[id] = new Query(call.Estate, groups, start * 1000, end * 1000, pipeline, call.Now);
        answer.Text("queryId", id);
    }

    public void GetResults(AwsCall call, AnswerWriter answer)
    {
        var query = Find(call);
        var status = Status(query);
        var (rows, scanned, matched, bytes) = status == "Complete" ? Run(call, query) : ([], 0, 0, 0L);
        answer.Text("queryLanguage", "CWLI");
        answer.Lists("results", rows, row =>
        {
            foreach (var (field, value) in row)
            {
                answer.BeginItem();
                answer.Text("field", field);
                answer.Text("value", value);
                answer.EndItem();
            }
        });
        answer.Begin("statistics");
        answer.Real("recordsMatched", matched);
        answer.Real("recordsScanned", scanned);
        answer.Real("bytesScanned", bytes);
        answer.End();
        answer.Text("status", status);
    }

    public void Stop(AwsCall call, AnswerWriter answer)
    {
        var query = Find(call);
        var stoppable = Status(query) is "Scheduled" or "Running";
        if (!stoppable)
        {
            throw new AwsErrorException("InvalidParameterException", "Query is not in Running or Scheduled state.");
        }

        query.Cancelled = true;
        answer.Flag("success", true);
    }

    private Query Find(AwsCall call) =>
        _queries.TryGetValue(call.Input.Required("queryId"), out var query) && query.Estate == call.Estate
            ? query
            : throw new AwsErrorException("ResourceNotFoundException", "Query does not exist.");

    private static string Status(Query query)
    {
        if (query.Cancelled)
        {
            return "Cancelled";
        }

        var clock = query.Estate.Clock;
        var age = clock.Now - query.Started;
        return age < clock.Scaled(Waiting) ? "Scheduled" : age < clock.Scaled(Waiting + Running) ? "Running" : "Complete";
    }

    private static (List<InsightsRow> Rows, int Scanned, int Matched, long Bytes) Run(AwsCall call, Query query)
    {
        var rows = new List<InsightsRow>();
        var bytes = 0L;
        foreach (var group in query.Groups)
        {
            var window = LogWindow.Of(call, group, query.From, query.To);
            for (var minute = window.From / 60_000; minute * 60_000 < window.To && rows.Count < MostScanned; minute++)
            {
                foreach (var line in group.Minute(minute).Where(window.Holds))
                {
                    rows.Add(InsightsRow.Of(group, line, call.Estate.AccountId));
                    bytes += line.Message.Length;
                }
            }
        }

        var (result, matched) = query.Pipeline.Run(rows);
        return (result, rows.Count, matched, bytes);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _queries.Where(pair => now - pair.Value.Started > TimeSpan.FromHours(1)).Select(pair => pair.Key))
        {
            _queries.TryRemove(old, out _);
        }
    }

    private sealed record Query(AccountEstate Estate, LogGroup[] Groups, long From, long To, InsightsPipeline Pipeline, DateTimeOffset Started)
    {
        public bool Cancelled { get; set; }
    }
}
