using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>Changes to a function: in progress for a moment, one at a time.</summary>
internal static class FunctionUpdates
{
    private static readonly TimeSpan UpdateTakes = TimeSpan.FromSeconds(3);

    public static void Update(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        var input = call.Input;
        CheckRevision(input, function.Latest.RevisionId);
        if (call.Now < function.UpdatedAt)
        {
            throw new AwsErrorException("ResourceConflictException",
                $"The operation cannot be performed at this time. An update is in progress for resource: {function.Arn}", 409);
        }

        var current = function.Latest;
        function.Latest = current with
        {
            Description = input.Text("Description") ?? current.Description,
            TimeoutSeconds = Within(input, "Timeout", 1, 900) ?? current.TimeoutSeconds,
            MemoryMb = Within(input, "MemorySize", 128, 10_240) ?? current.MemoryMb,
            Handler = input.Text("Handler") ?? current.Handler,
            // The environment is replaced as a whole, so a caller that sends one variable loses the others.
            Environment = input.Child("Environment") is { } environment ? environment.Map("Variables").ToDictionary(StringComparer.Ordinal) : current.Environment,
            Modified = call.Now,
            RevisionId = Guid.NewGuid().ToString(),
        };
        function.UpdatedAt = call.Estate.Clock.After(UpdateTakes);
        FunctionWriter.Write(call, answer, function, function.Latest);
    }

    public static void Publish(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        CheckRevision(call.Input, function.Latest.RevisionId);
        var newest = function.Versions.LastOrDefault();
        call.Status = StatusCodes.Status201Created;
        if (newest is not null && newest.CodeSha256 == function.Latest.CodeSha256 && newest.Modified >= function.Latest.Modified)
        {
            // Nothing changed since the last version: Lambda answers with that one.
            FunctionWriter.Write(call, answer, function, newest);
            return;
        }

        var version = function.Latest with
        {
            Version = function.NextVersion(),
            Description = call.Input.Text("Description") ?? function.Latest.Description,
            Modified = call.Now,
            RevisionId = Guid.NewGuid().ToString(),
        };
        function.Versions.Add(version);
        FunctionWriter.Write(call, answer, function, version);
    }

    public static void CheckRevision(AwsInput input, string current)
    {
        if (input.Text("RevisionId") is { Length: > 0 } wanted && wanted != current)
        {
            throw new AwsErrorException("PreconditionFailedException",
                "The RevisionId provided does not match the latest RevisionId. Call the GetFunction or the GetAlias API to retrieve the latest RevisionId.", 412);
        }
    }

    private static int? Within(AwsInput input, string name, int least, int most) => input.Number(name) switch
    {
        null => null,
        { } number when number >= least && number <= most => number,
        { } number => throw new AwsErrorException("ValidationException", $"Value '{number}' at '{name}' failed to satisfy constraint: Member must have value between {least} and {most}"),
    };
}
