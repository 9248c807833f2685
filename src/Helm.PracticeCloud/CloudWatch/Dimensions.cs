using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.CloudWatch;

/// <summary>Reads and writes dimensions.</summary>
internal static class Dimensions
{
    public static KeyValuePair<string, string>[] Read(AwsInput metric) =>
        [.. metric.Items("Dimensions").Select(d => new KeyValuePair<string, string>(d.Text("Name") ?? "", d.Text("Value") ?? ""))];

    public static void Write(AnswerWriter answer, IReadOnlyList<KeyValuePair<string, string>> dimensions) =>
        answer.List("Dimensions", "member", dimensions, dimension =>
        {
            answer.Text("Name", dimension.Key);
            answer.Text("Value", dimension.Value);
        });
}
