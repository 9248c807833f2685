using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Helm.Connectors.Http;
using Helm.Operations.OnCall;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Connectors.PagerDuty;

/// <summary>Who is on call by PagerDuty's schedules (REST API v2, <c>GET /oncalls</c>).</summary>
internal sealed class PagerDutySchedule(IHttpClientFactory clients, IOptions<PagerDutyOptions> options) : IOnCallSource
{
    public bool IsOn => options.Value.ApiToken.Length > 0;

    public async Task<IReadOnlyList<OnCallShift>> NowAsync(CancellationToken cancellation)
    {
        var schedules = string.Concat(options.Value.Schedules.Select(id => $"&schedule_ids[]={Uri.EscapeDataString(id)}"));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{options.Value.ApiUrl.TrimEnd('/')}/oncalls?earliest=true&include[]=users{schedules}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Token token={SecretReference.Resolve(options.Value.ApiToken)}");
        request.Headers.Accept.ParseAdd("application/vnd.pagerduty+json;version=2");
        using var response = await clients.CreateClient(Outside.Client).SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(await Outside.ReasonAsync(response, cancellation));
        }

        var shifts = (await response.Content.ReadFromJsonAsync<JsonNode>(cancellation))?["oncalls"]?.AsArray() ?? [];
        return
        [
            .. shifts.OrderBy(shift => (int?)shift!["escalation_level"] ?? 0)
                .Select(shift => new OnCallShift(Name(shift!["user"]), Name(shift["schedule"]), (DateTimeOffset?)shift["end"]))
                .DistinctBy(shift => (shift.Name, shift.Schedule)),
        ];
    }

    private static string Name(JsonNode? thing) => (string?)thing?["name"] ?? (string?)thing?["summary"] ?? "";
}
