using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace Helm.Benchmarks.Operate;

/// <summary>Sends batches of alerts over a few connections, as fast as they are answered.</summary>
internal sealed class AlertSender : IDisposable
{
    private const int Connections = 8;

    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = Connections };

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
    private readonly Uri _address;

    public AlertSender(Uri address, string? secret)
    {
        _address = address;
        _http.DefaultRequestHeaders.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
    }

    /// <summary>Alerts a second.</summary>
    public async Task<double> MeasureAsync(IReadOnlyList<byte[]> bodies)
    {
        var clock = Stopwatch.StartNew();
        await SendAsync(bodies, _ => { });
        return bodies.Count * AlertBatches.Size / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Says the number of each batch as soon as it was answered with 200.</summary>
    public Task SendAsync(IReadOnlyList<byte[]> bodies, Action<int> answered) =>
        Parallel.ForEachAsync(Enumerable.Range(0, bodies.Count), Together, async (batch, _) =>
        {
            await PostAsync(bodies[batch]);
            answered(batch);
        });

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync(_address, content);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{_address} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
    }
}
