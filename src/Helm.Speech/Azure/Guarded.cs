using System.Net.WebSockets;

namespace Helm.Speech.Azure;

/// <summary>A connection that breaks is an engine that fails, so that another one takes its place.</summary>
internal static class Guarded
{
    public static async Task AsGuarded(this Task sending)
    {
        try
        {
            await sending;
        }
        catch (WebSocketException)
        {
            throw AzureRefusal.Dropped();
        }
    }

    public static async Task<WebSocketReceiveResult> AsGuarded(this Task<WebSocketReceiveResult> receiving)
    {
        try
        {
            return await receiving;
        }
        catch (WebSocketException)
        {
            throw AzureRefusal.Dropped();
        }
    }
}
