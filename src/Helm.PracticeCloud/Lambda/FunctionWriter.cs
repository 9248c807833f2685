using System.Globalization;
using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Lambda;

/// <summary>Writes the configuration of a function as Lambda does.</summary>
internal static class FunctionWriter
{
    public static void Write(AwsCall call, AnswerWriter answer, LambdaFunction function, FunctionConfiguration configuration, bool brief = false)
    {
        var unpublished = configuration.Version == "$LATEST";
        answer.Text("FunctionName", function.Name);
        answer.Text("FunctionArn", unpublished ? function.Arn : $"{function.Arn}:{configuration.Version}");
        answer.Text("Runtime", configuration.Runtime);
        answer.Text("Role", $"arn:aws:iam::{call.Estate.AccountId}:role/service-role/{function.Name}");
        answer.Text("Handler", configuration.Handler);
        answer.Number("CodeSize", 482_113);
        answer.Text("Description", configuration.Description);
        answer.Number("Timeout", configuration.TimeoutSeconds);
        answer.Number("MemorySize", configuration.MemoryMb);
        answer.Text("LastModified", configuration.Modified.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture));
        answer.Text("CodeSha256", configuration.CodeSha256);
        answer.Text("Version", configuration.Version);
        WriteEnvironment(answer, configuration);
        answer.Text("RevisionId", configuration.RevisionId);
        answer.Text("PackageType", "Zip");
        answer.Texts("Architectures", "member", ["arm64"]);
        if (!brief)
        {
            WriteState(call, answer, function, unpublished);
        }
    }

    // Lists leave the states out: whoever wants them asks for the function.
    private static void WriteState(AwsCall call, AnswerWriter answer, LambdaFunction function, bool unpublished)
    {
        var status = call.Estate.Overlay.Text(function.Name, "status");
        answer.Text("State", status ?? "Active");
        answer.Text("StateReason", status is null ? null : call.Estate.Overlay.Text(function.Name, "reason"));
        answer.Text("LastUpdateStatus", unpublished && call.Now < function.UpdatedAt ? "InProgress" : "Successful");
    }

    private static void WriteEnvironment(AnswerWriter answer, FunctionConfiguration configuration)
    {
        if (configuration.Environment.Count > 0)
        {
            answer.Begin("Environment");
            answer.Begin("Variables");
            foreach (var (name, value) in configuration.Environment)
            {
                answer.Text(name, value);
            }

            answer.End();
            answer.End();
        }
    }
}
