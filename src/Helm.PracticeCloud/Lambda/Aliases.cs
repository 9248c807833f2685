using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>Aliases: names that point to versions. A rollback points one back.</summary>
internal static class Aliases
{
    public static void List(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        var version = call.Input.Text("FunctionVersion");
        var size = Math.Min(50, Paging.Size(call.Input, "MaxItems", 50, 1, 10_000, "InvalidParameterValueException"));
        var matching = function.Aliases.Values.Where(alias => version is null || alias.Version == version);
        var (page, next) = Paging.Page(matching, call.Input.Text("Marker"), size, "InvalidParameterValueException");
        answer.List("Aliases", "member", page, alias => Write(answer, function, alias));
        answer.Text("NextMarker", next);
    }

    public static void Get(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        Write(answer, function, Find(call, function));
    }

    public static void Update(AwsCall call, AnswerWriter answer)
    {
        var function = FunctionLookup.Find(call);
        var alias = Find(call, function);
        FunctionUpdates.CheckRevision(call.Input, alias.RevisionId);
        var version = call.Input.Text("FunctionVersion") ?? alias.Version;
        if (function.Find(version) is null)
        {
            throw new AwsErrorException("ResourceNotFoundException", $"Function not found: {function.Arn}:{version}", 404);
        }

        alias = alias with { Version = version, Description = call.Input.Text("Description") ?? alias.Description, RevisionId = Guid.NewGuid().ToString() };
        function.Aliases[alias.Name] = alias;
        Write(answer, function, alias);
    }

    private static FunctionAlias Find(AwsCall call, LambdaFunction function) =>
        function.Aliases.GetValueOrDefault(call.Input.Required("Name"))
        ?? throw new AwsErrorException("ResourceNotFoundException", $"Cannot find alias arn: {function.Arn}:{call.Input.Text("Name")}", 404);

    private static void Write(AnswerWriter answer, LambdaFunction function, FunctionAlias alias)
    {
        answer.Text("AliasArn", $"{function.Arn}:{alias.Name}");
        answer.Text("Name", alias.Name);
        answer.Text("FunctionVersion", alias.Version);
        answer.Text("Description", alias.Description);
        answer.Text("RevisionId", alias.RevisionId);
    }
}
