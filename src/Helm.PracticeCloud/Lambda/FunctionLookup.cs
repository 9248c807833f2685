using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>Finds a function by name, partial ARN or ARN, with or without a qualifier.</summary>
internal static class FunctionLookup
{
    public static LambdaFunction Find(AwsCall call) => Find(call, out _);

    public static LambdaFunction Find(AwsCall call, out string? qualifier)
    {
        var given = call.Input.Required("FunctionName");
        var parts = given.Split(':');
        var at = Array.IndexOf(parts, "function") + 1;
        var name = parts[at];
        qualifier = call.Input.Text("Qualifier") ?? (parts.Length > at + 1 ? parts[at + 1] : null);
        return call.Estate.Functions.GetValueOrDefault(name)
            ?? throw NotFound(call, name);
    }

    public static FunctionConfiguration Configuration(AwsCall call, LambdaFunction function, string? qualifier) =>
        function.Find(qualifier) ?? throw NotFound(call, $"{function.Name}:{qualifier}");

    private static AwsErrorException NotFound(AwsCall call, string name) =>
        new("ResourceNotFoundException", $"Function not found: {call.Estate.Arn("lambda", "function:" + name)}", 404);
}
