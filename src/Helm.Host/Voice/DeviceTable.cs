using System.Security.Cryptography;
using System.Text;
using Helm.Host.People;
using Helm.Host.Security;
using Helm.Operations.People;
using Helm.Operations.Settings;
using Microsoft.Extensions.Options;

namespace Helm.Host.Voice;

/// <summary>Finds the device behind a secret. The token of this machine's owner opens the device "browser", a viewer unless configured.</summary>
internal sealed class DeviceTable(IOptions<VoiceOptions> options, PersonTable people, TokenFile owner)
{
    private const string Browser = "browser";

    private readonly List<(byte[] Secret, DeviceOptions Device)> _known =
        [.. options.Value.Devices.Select(device => (Hash(SecretReference.Resolve(device.Token)), device))];

    /// <summary>Null for a secret that opens nothing; takes the same time whatever is wrong with it.</summary>
    public Device? Find(string secret)
    {
        var presented = Hash(secret);
        DeviceOptions? found = null;
        foreach (var (known, device) in _known)
        {
            found = CryptographicOperations.FixedTimeEquals(known, presented) ? device : found;
        }

        return found is not null ? Open(found, people.Identify(found.Owner, null))
            : owner.Matches(secret) ? OfOwner()
            : null;
    }

    /// <summary>The browser of somebody who is signed in.</summary>
    public Device OfBrowser(Person person) => BrowserOf(person);

    private Device OfOwner() => BrowserOf(Person.LocalOwner);

    private Device BrowserOf(Person owner) =>
        Open(options.Value.Devices.FirstOrDefault(device => device.Id == Browser) ?? new DeviceOptions { Id = Browser }, owner);

    private static Device Open(DeviceOptions device, Person owner) => Device.Of(device.Id, owner, device.Role);

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
