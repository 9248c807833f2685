using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Helm.PracticeCloud.Tests.Driver;

/// <summary>A practice cloud and a user's signed requests to it.</summary>
internal sealed class CloudDriver : IAsyncDisposable
{
    private static readonly Dictionary<string, (string Target, string Version)> JsonServices = new()
    {
        ["monitoring"] = ("GraniteServiceVersion20100801", "1.0"),
        ["logs"] = ("Logs_20140328", "1.1"),
        ["ecs"] = ("AmazonEC2ContainerServiceV20141113", "1.1"),
    };

    private readonly PracticeCloudServer _cloud;

    private CloudDriver(PracticeCloudServer cloud, SettableTime time)
    {
        _cloud = cloud;
        Time = time;
        Account = cloud.Accounts[0];
        Http = new HttpClient { BaseAddress = cloud.Endpoint };
    }

    public SettableTime Time { get; }

    public HttpClient Http { get; }

    /// <summary>Whose key signs; production's at first.</summary>
    public PracticeAccount Account { get; set; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public static async Task<CloudDriver> StartAsync(Func<PracticeCloudOptions, PracticeCloudOptions>? change = null)
    {
        var time = SettableTime.AtNoon();
        var options = new PracticeCloudOptions { Port = 0, Time = time };
        return new CloudDriver(await PracticeCloudServer.StartAsync(change?.Invoke(options) ?? options), time);
    }

    public void As(string environment) => Account = _cloud.Accounts.Single(account => account.Environment == environment);

    public async Task<HttpResponseMessage> SendAsync(
        string service, HttpMethod method, string path, string body = "", string? contentType = null, string? target = null, DateTimeOffset? at = null, string region = "us-east-1")
    {
        var octets = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(method, new Uri(Http.BaseAddress!, path));
        if (octets.Length > 0 || method == HttpMethod.Post)
        {
            request.Content = new ByteArrayContent(octets);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType ?? "application/json");
        }

        if (target is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        }

        RequestSigner.Sign(request, octets, service, region, Account.AccessKeyId, Account.SecretAccessKey, at ?? Now);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A call in JSON 1.0 or 1.1; the status must be as expected.</summary>
    public async Task<JsonElement> JsonAsync(string service, string operation, object input, int status = 200)
    {
        var (target, version) = JsonServices[service];
        using var answer = await SendAsync(service, HttpMethod.Post, "/", JsonSerializer.Serialize(input), $"application/x-amz-json-{version}", $"{target}.{operation}");
        return await ReadAsync(answer, status);
    }

    public async Task<JsonElement> RestAsync(HttpMethod method, string path, object? input = null, int status = 200)
    {
        using var answer = await SendAsync("lambda", method, path, input is null ? "" : JsonSerializer.Serialize(input));
        return await ReadAsync(answer, status);
    }

    public async Task<XElement> QueryAsync(string service, string form, int status = 200)
    {
        using var answer = await SendAsync(service, HttpMethod.Post, "/", form, "application/x-www-form-urlencoded");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, text);
        return XElement.Parse(text);
    }

    /// <summary>The values of one series, the newest first; null when the series has no datapoint.</summary>
    public async Task<IReadOnlyList<double>> SeriesAsync(string ns, string metric, string stat, int period, DateTimeOffset end, TimeSpan span, params (string Name, string Value)[] dimensions)
    {
        var answer = await JsonAsync("monitoring", "GetMetricData", new
        {
            StartTime = (end - span).ToUnixTimeSeconds(),
            EndTime = end.ToUnixTimeSeconds(),
            MetricDataQueries = new[]
            {
                new
                {
                    Id = "a",
                    MetricStat = new
                    {
                        Metric = new { Namespace = ns, MetricName = metric, Dimensions = dimensions.Select(d => new { d.Name, d.Value }) },
                        Period = period,
                        Stat = stat,
                    },
                },
            },
        });
        return [.. answer.GetProperty("MetricDataResults")[0].GetProperty("Values").EnumerateArray().Select(value => value.GetDouble())];
    }

    public Task<IReadOnlyList<double>> LambdaAsync(string function, string metric, string stat, int period, DateTimeOffset end, TimeSpan span) =>
        SeriesAsync("AWS/Lambda", metric, stat, period, end, span, ("FunctionName", function));

    public async Task<JsonElement> ControlAsync(HttpMethod method, string path, object? body = null, int status = 200)
    {
        using var request = new HttpRequestMessage(method, "/_practice" + path);
        request.Content = body is null ? null : new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(answer, status);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _cloud.DisposeAsync();
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
