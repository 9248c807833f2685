using Helm.Operations.Delivery;

namespace Helm.Host.News;

/// <summary>Registers the news for conversations over HTTP.</summary>
internal static class NewsParts
{
    public static IServiceCollection AddNews(this IServiceCollection services) => services.AddSingleton<IDeliveryChannel, KeptNews>();
}
