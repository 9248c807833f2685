namespace Helm.PracticeCloud;

/// <summary>The port is taken by another program.</summary>
public sealed class PortInUseException(int port, Exception inner)
    : Exception($"Port {port} on 127.0.0.1 is in use by another program. Stop it, or choose another port with --port.", inner)
{
    public int Port { get; } = port;
}
