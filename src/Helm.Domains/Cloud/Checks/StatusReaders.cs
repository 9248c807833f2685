using Helm.Domains.Cloud.Accounts;
using Helm.Domains.Cloud.Wire;

namespace Helm.Domains.Cloud.Checks;

/// <summary>For services that have to be asked once for each resource.</summary>
internal sealed class OneByOne(Func<CloudConnection, Subject, CancellationToken, Task<StatusReading>> ask) : IStatusReader
{
    private const int InFlight = 24;

    public Task ReadAsync(CloudConnection connection, IReadOnlyList<Subject> subjects, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            subjects,
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellation },
            async (subject, stop) =>
            {
                try
                {
                    subject.Status = await ask(connection, subject, stop);
                }
                catch (CloudException fault)
                {
                    subject.Fail(fault);
                }
            });
}
