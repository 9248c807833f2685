using Helm.Operations.Settings;

namespace Helm.Speech.Wyoming;

/// <summary>A server that an engine list asks for must have an address.</summary>
internal static class WyomingOptionsRules
{
    public static void Check(Requirements requirements, WyomingOptions options, Func<string, bool> uses)
    {
        Server(requirements, "Wyoming:Wake:Address", options.Wake, uses("wake"));
        Server(requirements, "Wyoming:Transcription:Address", options.Transcription, uses("transcription"));
        Server(requirements, "Wyoming:Synthesis:Address", options.Synthesis, uses("synthesis"));
        requirements.Require(options.Patience >= TimeSpan.FromSeconds(1), "Wyoming:Patience", options.Patience, "at least 00:00:01");
    }

    private static void Server(Requirements requirements, string key, WyomingServerOptions server, bool isUsed) => requirements.Require(
        server.Address is null ? !isUsed : WyomingAddress.Parse(server.Address) is { Port: > 0 }, key, server.Address, "HOST:PORT of the Wyoming server");
}
