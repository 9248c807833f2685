using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Helm.Acceptance.Tests.Drivers;

/// <summary>A port on which another program listens already.</summary>
internal sealed class BusyPort : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public BusyPort() => _listener.Start();

    public string Number => ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _listener.Dispose();
}
