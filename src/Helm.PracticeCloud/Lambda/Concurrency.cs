using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>Reserved concurrency, within the account's limit.</summary>
internal static class Concurrency
{
    private const int AccountLimit = 1_000;
    private const int AlwaysUnreserved = 100;

    public static void Put(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        var wanted = call.Input.Number("ReservedConcurrentExecutions") ?? -1;
        if (wanted < 0)
        {
            throw new AwsErrorException("InvalidParameterValueException", "ReservedConcurrentExecutions is a number from 0");
        }

        if (AccountLimit - Reserved(call.Estate, function) - wanted < AlwaysUnreserved)
        {
            throw new AwsErrorException("InvalidParameterValueException",
                $"Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [{AlwaysUnreserved}].");
        }

        function.ReservedConcurrency = wanted;
        answer.Number("ReservedConcurrentExecutions", wanted);
    }

    public static void Delete(AwsCall call)
    {
        FunctionLookup.Find(call).ReservedConcurrency = null;
        call.Status = StatusCodes.Status204NoContent;
    }

    public static void Get(AwsCall call, AnswerWriter answer) =>
        answer.Number("ReservedConcurrentExecutions", FunctionLookup.Find(call).ReservedConcurrency);

    public static void Settings(AwsCall call, AnswerWriter answer)
    {
        answer.Begin("AccountLimit");
        answer.Number("TotalCodeSize", 80_530_636_800);
        answer.Number("CodeSizeUnzipped", 262_144_000);
        answer.Number("CodeSizeZipped", 52_428_800);
        answer.Number("ConcurrentExecutions", AccountLimit);
        answer.Number("UnreservedConcurrentExecutions", AccountLimit - Reserved(call.Estate, null));
        answer.End();
        answer.Begin("AccountUsage");
        answer.Number("TotalCodeSize", 482_113L * call.Estate.Functions.Count);
        answer.Number("FunctionCount", call.Estate.Functions.Count);
        answer.End();
    }

    private static int Reserved(AccountEstate estate, LambdaFunction? but) =>
        estate.Functions.Values.Where(function => function != but).Sum(function => function.ReservedConcurrency ?? 0);
}
