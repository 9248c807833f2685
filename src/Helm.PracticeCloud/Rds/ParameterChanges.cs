using System.Globalization;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Rds;

/// <summary>ModifyDBParameterGroup: all of up to 20 parameters or none, each with its own way of being applied.</summary>
internal static class ParameterChanges
{
    private const int MostParameters = 20;
    private static readonly TimeSpan ApplyingTakes = TimeSpan.FromSeconds(20);

    public static void Modify(AwsCall call, AnswerWriter answer)
    {
        var group = ParameterGroups.Find(call);
        var wanted = call.Input.Items("Parameters");
        CheckRequest(call, group, wanted.Count);
        var changes = wanted.Select(parameter => Read(group, parameter)).ToArray();
        foreach (var (parameter, set) in changes)
        {
            group.Values[parameter.Name] = set;
        }

        foreach (var instance in call.Estate.Databases.Values.Where(instance => instance.ParameterGroup == group.Name))
        {
            Affect(call, instance, changes);
        }

        answer.Text("DBParameterGroupName", group.Name);
    }

    private static void CheckRequest(AwsCall call, ParameterGroup group, int count)
    {
        if (group.Name.StartsWith("default.", StringComparison.Ordinal))
        {
            throw new AwsErrorException("InvalidParameterValue", $"Default DBParameterGroup cannot be modified: {group.Name}");
        }

        if (call.Input.Has("ApplyImmediately"))
        {
            throw new AwsErrorException("InvalidParameterValue", "ApplyImmediately is no parameter of ModifyDBParameterGroup: each parameter carries its own ApplyMethod.");
        }

        if (count is 0 or > MostParameters)
        {
            throw new AwsErrorException("InvalidParameterValue", $"A request modifies at least one and at most {MostParameters} parameters.");
        }
    }

    private static (EngineParameter Parameter, SetParameter Set) Read(ParameterGroup group, AwsInput input)
    {
        var name = input.Text("ParameterName") ?? "";
        var value = input.Text("ParameterValue") ?? "";
        var method = Method(input);
        var parameter = EngineParameter.Of(group.Family).FirstOrDefault(p => p.Name == name)
            ?? throw new AwsErrorException("InvalidParameterValue", $"Could not find parameter with name: {name}");
        if (!parameter.Modifiable || !Allowed(parameter, value))
        {
            throw new AwsErrorException("InvalidParameterValue", parameter.Modifiable
                ? $"Invalid parameter value: {value} for: {name} allowed values are: {parameter.Allowed}"
                : $"The parameter {name} cannot be modified.");
        }

        return parameter.Dynamic || method == "pending-reboot"
            ? (parameter, new SetParameter(value, method))
            : throw new AwsErrorException("InvalidParameterCombination", $"cannot use immediate apply method for static parameter: {name}");
    }

    private static string Method(AwsInput input) => input.Text("ApplyMethod") switch
    {
        "immediate" => "immediate",
        "pending-reboot" => "pending-reboot",
        var other => throw new AwsErrorException("InvalidParameterValue", $"Invalid apply method value: {other}. It is immediate or pending-reboot."),
    };

    private static bool Allowed(EngineParameter parameter, string value)
    {
        if (parameter.DataType != "integer")
        {
            return parameter.DataType is "float" or "list" || parameter.Allowed is null || parameter.Allowed.Split(',').Contains(value);
        }

        var dash = parameter.Allowed!.IndexOf('-', 1);
        return value.StartsWith('{') || value.Contains('(', StringComparison.Ordinal)
            || (decimal.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= decimal.Parse(parameter.Allowed[..dash], CultureInfo.InvariantCulture)
                && number <= decimal.Parse(parameter.Allowed[(dash + 1)..], CultureInfo.InvariantCulture));
    }

    private static void Affect(AwsCall call, DatabaseInstance instance, (EngineParameter Parameter, SetParameter Set)[] changes)
    {
        if (changes.Any(change => change.Set.ApplyMethod == "immediate"))
        {
            instance.AppliedAt = call.Estate.Clock.After(ApplyingTakes);
        }

        instance.NeedsReboot |= changes.Any(change => change.Set.ApplyMethod == "pending-reboot");
        call.Estate.Events.Add(new ServiceEvent("rds", instance.Name, "db-instance", call.Now,
            $"Updated parameter {string.Join(", ", changes.Select(c => $"{c.Parameter.Name} to {c.Set.Value} with apply method {c.Set.ApplyMethod}"))}", ["configuration change"]));
    }
}
