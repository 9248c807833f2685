using Amazon;

namespace Helm.Domains.Cloud.Accounts;

/// <summary>Where a resource is asked: as which environment's identity, and in which region.</summary>
internal sealed record CloudPlace(string Environment, RegionEndpoint Region);
