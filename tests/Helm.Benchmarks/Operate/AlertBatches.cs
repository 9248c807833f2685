using System.Globalization;
using System.Text.Json;

namespace Helm.Benchmarks.Operate;

/// <summary>The same alerts in the form that Helm's webhook takes and in the form that Alertmanager takes; each round brings every alert anew.</summary>
internal static class AlertBatches
{
    public const int Size = 64;
    public const int Fingerprints = 12_800;
    public const int LastRound = 1000;

    /// <summary>Whole seconds: times are kept to the millisecond and compared as they are kept.</summary>
    private static readonly DateTimeOffset First = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).AddHours(-2);

    public static IReadOnlyList<byte[]> ForHelm(int round, int rounds) => Of(round, rounds, HelmBody);

    public static IReadOnlyList<byte[]> ForAlertmanager(int round, int rounds) => Of(round, rounds, PeerBody);

    public static IEnumerable<int> Numbers(int batch) => Enumerable.Range(batch * Size, Size);

    public static string Fingerprint(int number) => string.Create(CultureInfo.InvariantCulture, $"{number:x16}");

    public static DateTimeOffset StartsAt(int round) => First.AddSeconds(round);

    private static IReadOnlyList<byte[]> Of(int first, int rounds, Func<int, int, byte[]> body) =>
    [
        .. from round in Enumerable.Range(first, rounds)
           from batch in Enumerable.Range(0, Fingerprints / Size)
           select body(round, batch),
    ];

    private static byte[] HelmBody(int round, int batch) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        version = "4",
        receiver = "helm",
        status = "firing",
        alerts = Numbers(batch).Select(number => new
        {
            status = "firing",
            labels = Labels(number),
            annotations = new { summary = "Requests are slow" },
            startsAt = Text(round),
            endsAt = "0001-01-01T00:00:00Z",
            fingerprint = Fingerprint(number),
        }),
    });

    private static byte[] PeerBody(int round, int batch) => JsonSerializer.SerializeToUtf8Bytes(Numbers(batch).Select(number => new
    {
        labels = Labels(number),
        annotations = new { summary = "Requests are slow" },
        startsAt = Text(round),
    }));

    private static Dictionary<string, string> Labels(int number) => new()
    {
        ["alertname"] = "HighLatency",
        ["severity"] = "warning",
        ["service"] = string.Create(CultureInfo.InvariantCulture, $"service-{number}"),
        ["env"] = "prod",
    };

    private static string Text(int round) => StartsAt(round).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
