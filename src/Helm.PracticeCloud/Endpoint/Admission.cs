using Helm.PracticeCloud.Estate;
using Helm.PracticeCloud.Faults;
using Helm.PracticeCloud.Identity;
using Helm.PracticeCloud.Wire;

namespace Helm.PracticeCloud.Endpoint;

/// <summary>Finds out who asks for what, or refuses.</summary>
internal sealed class Admission(World world, IReadOnlyDictionary<string, AwsService> services, SignatureVerifier signatures, FaultBoard faults)
{
    public PracticeClock Clock => world.Clock;

    public Asked Admit(ReceivedRequest request, Authorization? authorization, Reply reply)
    {
        var service = authorization is null ? null : services.GetValueOrDefault(authorization.Service);
        reply.Speaks(service, service is null ? Understanding.Guess(request) : Understanding.ProtocolOf(service, request));
        if (authorization is null || service is null)
        {
            throw authorization is null
                ? IdentityErrors.Missing(reply.Protocol)
                : new AwsErrorException("UnknownOperationException", $"The practice cloud does not play {authorization.Service}; it plays {string.Join(", ", services.Keys)}", 404);
        }

        var caller = signatures.Verify(request, authorization, reply.Protocol, Clocks());
        var (operation, input) = Understanding.Read(service, reply.Protocol, request);
        var estate = service.Global ? world.Home(caller.AccountId) : world.In(caller.AccountId, authorization.Region);
        return new Asked(service, operation, input, estate, caller);
    }

    // While a skew fault is in force some machines of the cloud are ahead: a request in time for either is in time.
    private List<DateTimeOffset> Clocks()
    {
        var now = world.Clock.Now;
        return [now, .. faults.InForce.Where(rule => rule.Kind == FaultKind.Skew).Select(rule => now.AddSeconds(rule.SkewSeconds))];
    }
}
