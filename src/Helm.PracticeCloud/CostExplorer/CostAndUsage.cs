using System.Globalization;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CostExplorer;

/// <summary>GetCostAndUsage: days or months, in total or by service, thirty periods a page.</summary>
internal static class CostAndUsage
{
    private const int PeriodsPerPage = 30;
    private const int MonthsKept = 14;
    private const string Invalid = "ValidationException";

    private static readonly string[] Metrics = ["UnblendedCost", "BlendedCost", "AmortizedCost", "NetUnblendedCost", "NetAmortizedCost"];

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        if (call.Estate.Spending.Count == 0)
        {
            throw new AwsErrorException("AccessDeniedException", "User not enabled for cost explorer access");
        }

        var metrics = call.Input.Texts("Metrics");
        if (metrics.Count == 0 || metrics.Any(metric => !Metrics.Contains(metric)))
        {
            throw new AwsErrorException(Invalid, $"Metrics must be some of {string.Join(", ", Metrics)} in the practice cloud");
        }

        var periods = Periods(call);
        var byService = IsByService(call.Input);
        var (page, next) = Paging.Page(periods, call.Input.Text("NextPageToken"), PeriodsPerPage, "InvalidNextTokenException");
        if (byService)
        {
            answer.List("GroupDefinitions", "member", ["SERVICE"], key =>
            {
                answer.Text("Type", "DIMENSION");
                answer.Text("Key", key);
            });
        }

        answer.List("ResultsByTime", "member", page, period => Write(call, answer, period, metrics, byService));
        answer.Text("NextPageToken", next);
    }

    private static void Write(AwsCall call, AnswerWriter answer, (DateOnly From, DateOnly To) period, IReadOnlyList<string> metrics, bool byService)
    {
        answer.Begin("TimePeriod");
        answer.Text("Start", Text(period.From));
        answer.Text("End", Text(period.To));
        answer.End();
        var costs = Spent.Between(call.Estate, period.From, period.To);
        answer.Begin("Total");
        if (!byService)
        {
            WriteMetrics(answer, metrics, costs.Sum(cost => cost.Value));
        }

        answer.End();
        answer.List("Groups", "member", costs.Where(_ => byService).OrderBy(cost => cost.Key, StringComparer.Ordinal), cost =>
        {
            answer.Texts("Keys", "member", [cost.Key]);
            answer.Begin("Metrics");
            WriteMetrics(answer, metrics, cost.Value);
            answer.End();
        });
        answer.Flag("Estimated", period.To > Today(call.Estate).AddDays(-1));
    }

    private static void WriteMetrics(AnswerWriter answer, IReadOnlyList<string> metrics, double amount)
    {
        foreach (var metric in metrics)
        {
            answer.Begin(metric);
            answer.Text("Amount", amount.ToString("0.##########", CultureInfo.InvariantCulture));
            answer.Text("Unit", "USD");
            answer.End();
        }
    }

    private static List<(DateOnly From, DateOnly To)> Periods(AwsCall call)
    {
        var asked = call.Input.Child("TimePeriod") ?? throw new AwsErrorException(Invalid, "TimePeriod is missing");
        var (from, to) = (Day(asked, "Start"), Day(asked, "End"));
        Need(from < to, "Start date (and hour) should be before end date (and hour)");
        Need(from >= Today(call.Estate).AddMonths(-MonthsKept), "You haven't enabled historical data beyond 14 months");
        Need(to <= Today(call.Estate).AddDays(1), "end date past the beginning of next month");
        return call.Input.Text("Granularity") switch
        {
            "DAILY" => [.. Split(from, to, day => day.AddDays(1))],
            "MONTHLY" => [.. Split(from, to, day => new DateOnly(day.Year, day.Month, 1).AddMonths(1))],
            var other => throw new AwsErrorException(Invalid, $"Granularity {other} is not one of DAILY and MONTHLY in the practice cloud"),
        };
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Split(DateOnly from, DateOnly to, Func<DateOnly, DateOnly> next)
    {
        while (from < to)
        {
            var end = next(from) < to ? next(from) : to;
            yield return (from, end);
            from = end;
        }
    }

    private static bool IsByService(AwsInput input) => input.Items("GroupBy") switch
    {
        [] => false,
        [var only] when only.Text("Type") == "DIMENSION" && only.Text("Key") == "SERVICE" => true,
        _ => throw new AwsErrorException(Invalid, "The practice cloud groups by DIMENSION SERVICE and by nothing else"),
    };

    private static DateOnly Day(AwsInput period, string name) =>
        DateOnly.TryParseExact(period.Required(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new AwsErrorException(Invalid, $"{name} is not a date as yyyy-MM-dd");

    private static DateOnly Today(AccountEstate estate) => DateOnly.FromDateTime(estate.Clock.Now.UtcDateTime);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Need(bool holds, string reason)
    {
        if (!holds)
        {
            throw new AwsErrorException(Invalid, reason);
        }
    }
}
