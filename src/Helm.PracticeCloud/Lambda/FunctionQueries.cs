using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>What there is: functions and their versions, 50 a page.</summary>
internal static class FunctionQueries
{
    private const string Invalid = "InvalidParameterValueException";

    public static void List(AwsCall call, AnswerWriter answer)
    {
        // MaxItems may be up to 10,000, but a page never holds more than 50.
        var size = Math.Min(50, Paging.Size(call.Input, "MaxItems", 50, 1, 10_000, Invalid));
        var (page, next) = Paging.Page(call.Estate.Functions.Values, call.Input.Text("Marker"), size, Invalid);
        answer.List("Functions", "member", page, function => FunctionWriter.Write(call, answer, function, function.Latest, brief: true));
        answer.Text("NextMarker", next);
    }

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call, out var qualifier);
        var configuration = FunctionLookup.Configuration(call, function, qualifier);
        answer.Begin("Configuration");
        FunctionWriter.Write(call, answer, function, configuration);
        answer.End();
        answer.Begin("Code");
        answer.Text("RepositoryType", "S3");
        answer.End();
        answer.Begin("Tags");
        answer.Text("environment", call.Estate.Environment);
        answer.End();
        if (function.ReservedConcurrency is { } reserved)
        {
            answer.Begin("Concurrency");
            answer.Number("ReservedConcurrentExecutions", reserved);
            answer.End();
        }
    }

    public static void GetConfiguration(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call, out var qualifier);
        FunctionWriter.Write(call, answer, function, FunctionLookup.Configuration(call, function, qualifier));
    }

    public static void ListVersions(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        var size = Math.Min(50, Paging.Size(call.Input, "MaxItems", 50, 1, 10_000, Invalid));
        IEnumerable<FunctionConfiguration> all = [function.Latest, .. function.Versions];
        var (page, next) = Paging.Page(all, call.Input.Text("Marker"), size, Invalid);
        answer.List("Versions", "member", page, version => FunctionWriter.Write(call, answer, function, version, brief: true));
        answer.Text("NextMarker", next);
    }
}
